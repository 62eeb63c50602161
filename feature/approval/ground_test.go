package approval

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// ground is a company in which things have values that somebody may propose to
// change: the rep and his manager propose, the manager approves for accounts of
// his line, the director everywhere, the other director as well.
type ground struct {
	*apptest.Stage
	approvals *Service
	users     *identity.Service
	clock     time.Time
	thing     kernel.ID // belongs to no account
	account   kernel.ID // the rep's
}

// value is the payload: what the thing is to become.
type value struct{ Is, Was int64 }

const (
	plainKind = "test.plain"
	moneyKind = "test.money"
	waitKind  = "test.wait"
)

var matrix = identity.Unite(append([]string{"manager", "other"}, slices.Sorted(maps.Keys(everybody))...), Grants, identity.Grants{
	"approval:read":      {"manager": "SRX", "other": "O"},
	"approval:decide":    {"manager": "SRX", "other": "O"},
	"test:ask":           {"rep": "OTX", "manager": "S"},
	"test:approve":       {"manager": "S", "director": "A"},
	"test:approve_above": {"director": "A"},
})

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, []app.Feature{Feature}, func(s *apptest.Stage) {
		g := &ground{Stage: s, users: identity.NewService(s.DB, matrix), clock: noon, thing: kernel.NewID(), account: kernel.NewID()}
		g.approvals = NewService(s.DB, s.Kit.Events, g.users, s.Kit.Jobs)
		g.approvals.now = func() time.Time { return g.clock }
		s.Exec(`CREATE TABLE things (id BIGINT NOT NULL PRIMARY KEY, value BIGINT NOT NULL, version BIGINT NOT NULL)`)
		s.Exec(`INSERT INTO things VALUES (?, 1, 1)`, g.thing)
		s.Exec(`INSERT INTO row_members (row_id, user_id, owner) VALUES (?, ?, ?)`, g.account, s.User("rep").ID, true)
		for _, k := range []Kind{
			{Name: plainKind, Propose: "test:ask", Bands: By("test:approve"), Days: 7, Undo: 24 * time.Hour, Reason: true},
			{Name: moneyKind, Propose: "test:ask", Bands: []Band{{kernel.Yuan(1000), []string{"test:approve"}}, {Approve: []string{"test:approve", "test:approve_above"}}}, Days: 7},
			{Name: waitKind, Propose: "test:ask", Bands: By("test:approve_above"), Days: 7, Wait: 24 * time.Hour},
		} {
			Declare(g.approvals, k, Course[value]{Version: g.version, Apply: g.set, Revert: g.reset})
		}
		f(g)
	})
}

func (g *ground) version(tx *db.Tx, id kernel.ID) (int64, error) {
	return db.Find[int64](tx, `SELECT version FROM things WHERE id = ?`, id)
}

func (g *ground) set(tx *db.Tx, p Proposal, v value) error {
	_, err := tx.Exec(`UPDATE things SET value = ?, version = version + 1 WHERE id = ?`, v.Is, p.Subject)
	return err
}

func (g *ground) reset(tx *db.Tx, p Proposal, v value) error {
	return g.set(tx, p, value{Is: v.Was})
}

// as is a context on behalf of a user of the matrix above.
func (g *ground) as(login string) context.Context {
	v, err := g.users.Viewer(g.Context(), g.User(login).ID)
	if err != nil {
		g.Fatal(err)
	}
	return identity.With(g.Context(), v.For(deciding))
}

func (g *ground) draft(kind string) Draft {
	return Draft{Kind: kind, Object: "thing", Subject: g.thing, Payload: value{Is: 2, Was: 1}, Reason: "it has grown"}
}

func (g *ground) propose(login string, d Draft) (p Proposal, err error) {
	err = g.DB.Write(g.as(login), func(tx *db.Tx) error {
		p, err = g.approvals.Propose(tx, d)
		return err
	})
	return p, err
}

// must proposes what can be proposed.
func (g *ground) must(login string, d Draft) Proposal {
	g.Helper()
	p, err := g.propose(login, d)
	if err != nil {
		g.Fatal(err)
	}
	return p
}

// decide approves, or refuses where a reason is given, and says what became of it.
func (g *ground) decide(login string, p Proposal, refusal string) string {
	p, err := g.approvals.Decide(g.as(login), Verdict{p.ID, p.Version, refusal == "", refusal})
	if err != nil {
		return key(err)
	}
	return p.State
}

// is the value of the thing.
func (g *ground) is() (n int64) {
	err := g.DB.Read(g.Context(), func(tx *db.Tx) (err error) {
		n, err = db.Find[int64](tx, `SELECT value FROM things WHERE id = ?`, g.thing)
		return err
	})
	if err != nil {
		g.Fatal(err)
	}
	return n
}

// away lets somebody be away today, with another in his place.
func (g *ground) away(who, standIn string) {
	today := kernel.Today()
	g.Exec(`INSERT INTO delegations (user_id, stand_in_id, from_on, until_on) VALUES (?, ?, ?, ?)`,
		g.User(who).ID, g.User(standIn).ID, today, today)
}

// in names what a user has in one of his boxes.
func (g *ground) in(login, box string) string {
	b, err := g.approvals.List(g.as(login), box, Page{Limit: 50})
	if err != nil {
		g.Fatal(err)
	}
	var kinds []string
	for _, r := range b.Rows {
		kinds = append(kinds, strings.TrimPrefix(r.Kind, "test."))
	}
	return strings.Join(kinds, " ")
}

// proposal and decisions read the rows as they are, past every right.
func (g *ground) proposal(id kernel.ID) Proposal {
	return one[Proposal](g, `SELECT `+columns+` FROM approvals p WHERE p.id = ?`, id)[0]
}

func (g *ground) decisions(id kernel.ID) []Decision {
	return one[Decision](g, `SELECT id, approval_id, verdict, by_id, for_id, reason, at FROM approval_decisions WHERE approval_id = ? ORDER BY id`, id)
}

func one[T any](g *ground, query string, args ...any) (all []T) {
	err := g.DB.Read(g.Context(), func(tx *db.Tx) (err error) {
		all, err = db.List[T](tx, query, args...)
		return err
	})
	if err != nil {
		g.Fatal(err)
	}
	return all
}

// login is that of a user.
func (g *ground) login(id kernel.ID) string {
	for _, login := range logins {
		if g.User(login).ID == id {
			return login
		}
	}
	return "nobody"
}

func contains(words, word string) bool { return slices.Contains(strings.Fields(words), word) }
