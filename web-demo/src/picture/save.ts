// The picture as a file of its own: what the page's style sheet says of it is written into its elements.

const SAID = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-weight",
  "text-decoration-line",
  "opacity",
];

export function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, at) => {
    const style = getComputedStyle(originals[at]!);
    for (const name of SAID) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "aria-label"]) element.removeAttribute(name);
  });
  const plane = copy.querySelector("g")!;
  plane.removeAttribute("transform");
  const { x, y, width, height } = svg.querySelector<SVGGElement>(".plane")!.getBBox();
  copy.setAttribute("viewBox", `${x - 24} ${y - 24} ${width + 48} ${height + 48}`);
  copy.setAttribute("width", String(width + 48));
  copy.setAttribute("height", String(height + 48));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`;
}
