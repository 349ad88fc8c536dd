// What people can start from.
import shopCurrent from "../../../examples/shop/current.sql?raw";
import shopDesired from "../../../examples/shop/desired.sql?raw";
import nullsCurrent from "./nulls/current.sql?raw";
import nullsDesired from "./nulls/desired.sql?raw";
import wordsCurrent from "./words/current.sql?raw";
import wordsDesired from "./words/desired.sql?raw";
import settleCurrent from "./settle/current.sql?raw";
import settleDesired from "./settle/desired.sql?raw";
import suiteCurrent from "./suite/current.sql?raw";
import suiteDesired from "./suite/desired.sql?raw";

export interface Example {
  id: string;
  title: string;
  current: string;
  desired: string;
}

export const EXAMPLES: readonly Example[] = [
  { id: "shop", title: "A web shop and its next release", current: shopCurrent, desired: shopDesired },
  { id: "suite", title: "A larger one: teams, billing, support", current: suiteCurrent, desired: suiteDesired },
  { id: "words", title: "Same meaning, other words", current: wordsCurrent, desired: wordsDesired },
  { id: "nulls", title: "A plan that fails on real rows", current: nullsCurrent, desired: nullsDesired },
  { id: "settle", title: "One that only PostgreSQL can judge", current: settleCurrent, desired: settleDesired },
  { id: "first", title: "From an empty database", current: "", desired: shopDesired },
];
