package method

import (
	"encoding/json"
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/model"
)

// weights is the configuration of the method of these tests.
type weights struct {
	Money int       `json:"money" minimum:"0" maximum:"100"`
	Trust int       `json:"trust" minimum:"0" maximum:"100"`
	Bands []float64 `json:"bands"`
}

func (w weights) Check() error {
	switch {
	case w.Money+w.Trust != 100:
		return kernel.Invalid("scale.not_100", "sum", w.Money+w.Trust).In("trust")
	case len(w.Bands) > 1 && w.Bands[0] <= w.Bands[1]:
		return kernel.Invalid("scale.overlapping_bands").In("bands.1")
	}
	return nil
}

var usualWeights = weights{60, 40, []float64{80, 50}}

// scale is a feature with one method that can be configured and one that cannot.
var scale = app.Feature{Name: "scale", Start: func(*app.Kit) {},
	Files: fstest.MapFS{"text/zh-CN.json": {Data: []byte("{}")}, "text/en.json": {Data: []byte("{}")}},
	Models: []model.Model{
		{ID: "M14", Name: "scale", Group: "identify", Kind: model.Scorecard, Confidence: model.High, Config: usualWeights,
			Examples: []model.Example{model.Worked("scale.example", 2, 4, func(n int) (int, error) { return 2 * n, nil })}},
		{ID: "M99", Name: "list", Group: "identify", Kind: model.Checklist, Confidence: model.Low,
			Examples: []model.Example{model.Worked("list.example", 1, 1, func(n int) (int, error) { return n, nil })}},
	}}

// ground is a company that changes its method: the director, and the other
// director, who has to agree.
type ground struct {
	*apptest.Stage
	*Service
	inbox  *approval.Service
	clock  time.Time
	events []Changed
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, []app.Feature{account.Feature, approval.Feature, Feature, scale}, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), inbox: approval.New(s.Kit), clock: time.Now()}
		g.now = func() time.Time { return g.clock }
		event.On(s.Kit.Events, func(_ *db.Tx, e Changed) error { g.events = append(g.events, e); return nil })
		f(g)
	})
}

// draft saves weights over the draft that is there.
func (g *ground) draft(login string, base int64, w weights) (Draft, error) {
	raw, err := json.Marshal(w)
	g.must(err)
	now, err := g.Find(g.As(login), "M14")
	g.must(err)
	return g.Save(g.As(login), "M14", now.Revision(), base, raw)
}

// submitted is a draft that waits for a decision.
func (g *ground) submitted(login string, base int64, w weights, from kernel.Date) Draft {
	g.Helper()
	d, err := g.draft(login, base, w)
	g.must(err)
	d, err = g.Submit(g.As(login), "M14", d.Version, Submission{"fewer A customers", from})
	g.must(err)
	return d
}

// decide approves a proposal, or refuses it where a reason is given.
func (g *ground) decide(login string, proposal kernel.ID, refusal string) error {
	_, err := g.inbox.Decide(g.As(login), approval.Verdict{ID: proposal, Version: 1, Approve: refusal == "", Reason: refusal})
	return err
}

// holds is what is in force, its version and the revision of all.
func (g *ground) holds() (w weights, version, revision int64) {
	g.Helper()
	g.must(g.DB.Read(g.As("rep"), func(tx *db.Tx) (err error) {
		if w, version, err = Setting[weights](g.Service, tx, "M14"); err != nil {
			return err
		}
		revision, err = g.Revision(tx)
		return err
	}))
	return w, version, revision
}

// verbs are what the audit remembers of the method, in order.
func (g *ground) verbs() (all []string) {
	g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
		found, err := audit.List(tx, audit.Ask{Logs: audit.Logs, Objects: []string{"method"}, Everywhere: true, Limit: 100})
		for _, e := range found {
			all = append([]string{e.Verb + " by " + e.Actor}, all...)
		}
		return err
	}))
	return all
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func (g *ground) want(err error, fault, say string) {
	g.Helper()
	if key(err) != fault {
		g.Errorf("%s: %v, want %s", say, err, fault)
	}
}

func body(base int64, w weights) string {
	raw, _ := json.Marshal(w)
	return fmt.Sprintf(`{"base": %d, "config": %s}`, base, raw)
}
