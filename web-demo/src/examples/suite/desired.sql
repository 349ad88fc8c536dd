-- The same service after the next release.

CREATE TYPE plan_kind AS ENUM ('free', 'team', 'company');
CREATE TYPE ticket_state AS ENUM ('new', 'open', 'solved', 'closed');

CREATE TABLE organizations (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    slug       text NOT NULL UNIQUE,
    plan       plan_kind NOT NULL DEFAULT 'free',
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE users (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email      text NOT NULL UNIQUE,
    full_name  text NOT NULL, -- @renamed from=name
    avatar_url text,
    locale     text NOT NULL DEFAULT 'en',
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE memberships (
    organization_id bigint NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id         bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role            text NOT NULL DEFAULT 'member' CHECK (role IN ('owner', 'member', 'guest')),
    joined_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, user_id)
);

CREATE TABLE teams (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organization_id bigint NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    parent_id       bigint REFERENCES teams (id),
    name            text NOT NULL,
    UNIQUE (organization_id, name)
);

CREATE TABLE team_members (
    team_id bigint NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (team_id, user_id)
);

CREATE TABLE projects (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    team_id     bigint NOT NULL REFERENCES teams (id),
    name        text NOT NULL,
    archived_at timestamptz,
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE milestones (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    title      text NOT NULL,
    due_on     date
);

CREATE TABLE tasks (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id   bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    milestone_id bigint REFERENCES milestones (id) ON DELETE SET NULL,
    assignee_id  bigint REFERENCES users (id) ON DELETE SET NULL,
    title        text NOT NULL,
    done         boolean NOT NULL DEFAULT false,
    points       smallint CHECK (points BETWEEN 0 AND 100)
);

CREATE INDEX tasks_assignee_id_idx ON tasks (assignee_id) WHERE NOT done;

CREATE TABLE labels (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name       text NOT NULL,
    colour     char(7) NOT NULL DEFAULT '#888888'
);

CREATE TABLE task_labels (
    task_id  bigint NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    label_id bigint NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
    PRIMARY KEY (task_id, label_id)
);

CREATE TABLE comments (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id    bigint NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    author_id  bigint REFERENCES users (id) ON DELETE SET NULL,
    body       text NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE attachments (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    comment_id bigint NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
    file_name  text NOT NULL,
    bytes      bigint NOT NULL CHECK (bytes >= 0)
);

CREATE TABLE customers (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organization_id bigint NOT NULL REFERENCES organizations (id),
    company         text NOT NULL,
    vat_number      text
);

CREATE TABLE tickets (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    agent_id    bigint REFERENCES users (id),
    task_id     bigint REFERENCES tasks (id) ON DELETE SET NULL,
    state       ticket_state NOT NULL DEFAULT 'new',
    subject     text NOT NULL,
    opened_at   timestamptz NOT NULL DEFAULT now(),
    solved_at   timestamptz,
    CONSTRAINT tickets_solved_check CHECK (solved_at >= opened_at)
);

CREATE TABLE messages (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id bigint NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    sender    text NOT NULL,
    body      text NOT NULL,
    sent_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE ratings (
    ticket_id bigint PRIMARY KEY REFERENCES tickets (id) ON DELETE CASCADE,
    stars     smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    remark    text
);

CREATE TABLE products (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku    text NOT NULL UNIQUE,
    title  text NOT NULL,
    price  numeric(12, 2) NOT NULL
);

CREATE TABLE subscriptions (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    product_id  bigint NOT NULL REFERENCES products (id),
    seats       integer NOT NULL DEFAULT 1 CHECK (seats > 0),
    starts_on   date NOT NULL,
    ends_on     date
);

CREATE TABLE invoices (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    number      text NOT NULL UNIQUE,
    issued_on   date NOT NULL DEFAULT CURRENT_DATE,
    total       numeric(12, 2) NOT NULL DEFAULT 0
);

CREATE TABLE invoice_lines (
    invoice_id      bigint NOT NULL REFERENCES invoices (id) ON DELETE CASCADE,
    line            integer NOT NULL,
    subscription_id bigint REFERENCES subscriptions (id),
    text            text NOT NULL,
    amount          numeric(12, 2) NOT NULL,
    PRIMARY KEY (invoice_id, line)
);

CREATE TABLE payments (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    invoice_id bigint NOT NULL REFERENCES invoices (id),
    paid_at    timestamptz NOT NULL DEFAULT now(),
    amount     numeric(12, 2) NOT NULL,
    method     text NOT NULL
);

CREATE TABLE refunds (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id bigint NOT NULL REFERENCES payments (id),
    approved_by bigint REFERENCES users (id),
    amount     numeric(12, 2) NOT NULL CHECK (amount > 0),
    reason     text
);

CREATE TABLE audit_log (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    bigint REFERENCES users (id) ON DELETE SET NULL,
    action     text NOT NULL,
    details    jsonb NOT NULL DEFAULT '{}',
    happened_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE settings (
    name  text PRIMARY KEY,
    value jsonb NOT NULL
);

CREATE VIEW overdue_tasks AS
SELECT t.id, t.title, m.due_on, t.assignee_id
FROM tasks t
JOIN milestones m ON m.id = t.milestone_id
WHERE NOT t.done AND m.due_on < CURRENT_DATE;
