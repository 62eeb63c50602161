package method

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/model"
)

var (
	trusting = weights{50, 50, []float64{80, 50}}
	greedy   = weights{90, 10, []float64{80, 50}}
)

func TestADraftChangesNothingUntilASecondPersonAgrees(t *testing.T) {
	each(t, func(g *ground) {
		today := kernel.DayOf(g.clock)
		unchanged := func(say string) {
			g.Helper()
			if w, version, revision := g.holds(); !reflect.DeepEqual(w, usualWeights) || version != 1 || revision != 1 || len(g.events) != 0 {
				g.Errorf("%s: %+v, version %d, revision %d, %v", say, w, version, revision, g.events)
			}
		}
		d := g.submitted("director", 1, trusting, kernel.Date{})
		unchanged("submitted")
		g.want(g.decide("director", d.Proposal, ""), "approval.own", "whoever wants it")
		unchanged("approved by its author")
		g.must(g.decide("other", d.Proposal, ""))
		w, version, revision := g.holds()
		if !reflect.DeepEqual(w, trusting) || version != 2 || revision != 2 || !slices.Equal(g.events, []Changed{{"M14", today}}) {
			g.Errorf("approved: %+v, version %d, revision %d, %v", w, version, revision, g.events)
		}
		if one, err := g.Find(g.As("rep"), "M14"); err != nil || one.Draft != nil || one.Version != 2 || one.Since != today || one.Base != 2 {
			g.Errorf("%+v, %v", one, err)
		}
		if got := g.verbs(); !slices.Equal(got, []string{"method.drafted by director", "method.changed by other"}) {
			g.Errorf("the audit has %v", got)
		}
	})
}

// Whoever wrote the draft has his will: he does not approve it, even if somebody
// else has submitted it.
func TestNobodyApprovesHisOwnDraft(t *testing.T) {
	each(t, func(g *ground) {
		d, err := g.draft("other", 1, trusting)
		g.must(err)
		d, err = g.Submit(g.As("director"), "M14", d.Version, Submission{Reason: "as the other says"})
		g.must(err)
		g.want(g.decide("other", d.Proposal, ""), "approval.own", "its author")
		g.want(g.decide("director", d.Proposal, ""), "approval.own", "who submitted it")
		g.must(g.decide("manager", d.Proposal, ""))
	})
}

func TestADraftStandsWhenItIsNotApproved(t *testing.T) {
	ends := map[string]func(g *ground, d Draft) error{
		"refused":   func(g *ground, d Draft) error { return g.decide("other", d.Proposal, "too risky") },
		"withdrawn": func(g *ground, d Draft) error { return g.inbox.Withdraw(g.As("director"), d.Proposal, 1) },
	}
	each(t, func(g *ground) {
		base := int64(1)
		for name, end := range ends {
			d := g.submitted("director", base, trusting, kernel.Date{})
			_, err := g.draft("other", base, greedy)
			g.want(err, "method.under_approval", name+": changed meanwhile")
			g.want(g.Drop(g.As("director"), "M14", d.Version), "method.under_approval", name+": dropped meanwhile")
			g.must(end(g, d))
			one, err := g.Find(g.As("director"), "M14")
			if err != nil || one.Draft == nil || !one.Draft.Proposal.IsZero() || one.Draft.Changes != 2 || one.Version != 1 {
				g.Errorf("%s: %+v, %v", name, one, err)
			}
		}
		g.must(g.Drop(g.As("other"), "M14", 2))
		if got := g.verbs(); !slices.Contains(got, "method.dropped by other") {
			g.Errorf("the audit has %v", got)
		}
	})
}

func TestADraftFromAnOldVersionIsRefused(t *testing.T) {
	each(t, func(g *ground) {
		overtaken := func(number int64) {
			g.Exec(`INSERT INTO method_settings (id, model, version, config, reason, author, approver, decided_on, effective_on)
				VALUES (?, 'M14', ?, '{}', 'x', '', '', ?, ?)`, kernel.NewID(), number, g.today(), g.today())
		}
		d, err := g.draft("director", 1, trusting)
		g.must(err)
		overtaken(2)
		_, err = g.Submit(g.As("director"), "M14", d.Version, Submission{Reason: "x"})
		g.want(err, "method.stale_base", "submitted")
		_, err = g.draft("director", 1, greedy)
		g.want(err, "method.stale_base", "saved again")
		d = g.submitted("director", 2, greedy, kernel.Date{})
		overtaken(3)
		g.want(g.decide("other", d.Proposal, ""), "approval.subject_changed", "approved")
		if _, version, _ := g.holds(); version != 3 {
			g.Errorf("version %d holds", version)
		}
	})
}

func TestAVersionBeginsOnItsDay(t *testing.T) {
	each(t, func(g *ground) {
		day := g.today().Add(3)
		d := g.submitted("director", 1, trusting, day)
		g.must(g.decide("other", d.Proposal, ""))
		if _, version, revision := g.holds(); version != 1 || revision != 1 {
			g.Errorf("today version %d holds, revision %d", version, revision)
		}
		one, err := g.Find(g.As("rep"), "M14")
		if err != nil || one.Version != 1 || one.Coming == nil || one.Coming.Number != 2 || one.Coming.Effective != day || one.Base != 2 {
			g.Errorf("%+v, %v", one, err)
		}
		g.clock = g.clock.AddDate(0, 0, 3)
		if w, version, revision := g.holds(); version != 2 || revision != 2 || !reflect.DeepEqual(w, trusting) {
			g.Errorf("on its day version %d holds, revision %d: %+v", version, revision, w)
		}
	})
}

func TestTheDefaultIsRestoredLikeAnyOtherChange(t *testing.T) {
	each(t, func(g *ground) {
		d := g.submitted("director", 1, trusting, kernel.Date{})
		g.must(g.decide("other", d.Proposal, ""))
		d = g.submitted("other", 2, usualWeights, kernel.Date{})
		g.must(g.decide("director", d.Proposal, ""))
		all, err := g.History(g.As("rep"), "M14")
		g.must(err)
		var got []string
		for _, v := range all {
			got = append(got, strings.Join([]string{v.State, v.Author, v.Approver, v.Reason, string(v.Config)}, "|"))
		}
		want := []string{
			`in_force|other|director|fewer A customers|{"money":60,"trust":40,"bands":[80,50]}`,
			`past|director|other|fewer A customers|{"money":50,"trust":50,"bands":[80,50]}`,
			`past||||{"money":60,"trust":40,"bands":[80,50]}`}
		if !slices.Equal(got, want) || all[0].Number != 3 || all[2].Number != 1 {
			g.Errorf("%v", got)
		}
		for pair, changes := range map[[2]int64]int{{1, 3}: 0, {1, 2}: 2, {2, 3}: 2} {
			c, err := g.Compare(g.As("rep"), "M14", pair[0], pair[1])
			if err != nil || len(c.Changes) != changes {
				g.Errorf("from %d to %d: %+v, %v", pair[0], pair[1], c, err)
			}
		}
		_, err = g.Compare(g.As("rep"), "M14", 1, 9)
		g.want(err, "db.missing", "a version that is not there")
		_, err = g.Compare(g.As("rep"), "M14", 1, 0)
		g.want(err, "db.missing", "a draft that is not there")
	})
}

func TestNothingIsSubmittedThatChangesNothing(t *testing.T) {
	each(t, func(g *ground) {
		d, err := g.draft("director", 1, usualWeights)
		g.must(err)
		_, err = g.Submit(g.As("director"), "M14", d.Version, Submission{Reason: "x"})
		g.want(err, "method.nothing_changed", "the default once more")
		_, err = g.Submit(g.As("director"), "M99", 0, Submission{Reason: "x"})
		g.want(err, "db.missing", "without a draft")
	})
}

func TestADraftIsTriedByThoseWhoCan(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.Simulate(g.As("director"), "M14", []byte(`{"money":50,"trust":50}`))
		g.want(err, "method.no_simulation", "nobody can simulate")
		_, err = g.BackTest(g.As("director"), "M14", []byte(`{}`), g.today())
		g.want(err, "method.no_back_test", "nobody can test")
		g.Simulates("M14", func(_ context.Context, draft model.Config) (Simulation, error) {
			return Simulation{Accounts: draft.(weights).Trust}, nil
		})
		g.BackTests("M14", func(_ context.Context, config model.Config, at kernel.Date) (Test, error) {
			return Test{At: at, Hit: config.(weights).Trust}, nil
		})
		_, err = g.Simulate(g.As("director"), "M14", nil)
		g.want(err, "db.missing", "no draft")
		_, err = g.Simulate(g.As("director"), "M14", []byte(`{"money":50}`))
		g.want(err, "scale.not_100", "what makes no sense")
		if s, err := g.Simulate(g.As("director"), "M14", []byte(`{"money":70,"trust":30}`)); err != nil || s.Accounts != 30 {
			g.Errorf("%+v, %v", s, err)
		}
		_, err = g.draft("director", 1, trusting)
		g.must(err)
		if s, err := g.Simulate(g.As("director"), "M14", nil); err != nil || s.Accounts != 50 {
			g.Errorf("the draft: %+v, %v", s, err)
		}
		if b, err := g.BackTest(g.As("director"), "M14", nil, g.today()); err != nil || b.Now.Hit != 40 || b.Draft.Hit != 50 || b.Draft.At != g.today() {
			g.Errorf("%+v, %v", b, err)
		}
		if _, version, _ := g.holds(); version != 1 {
			g.Errorf("trying has made version %d", version)
		}
	})
}

func TestWhoExpectsAnotherConfigurationIsTold(t *testing.T) {
	each(t, func(g *ground) {
		g.must(g.DB.Read(g.As("rep"), func(tx *db.Tx) error {
			if _, _, err := Setting[other](g.Service, tx, "M14"); err == nil {
				g.Error("weights were taken for something else")
			}
			_, _, err := Setting[weights](g.Service, tx, "M98")
			g.want(err, "db.missing", "no such method")
			return nil
		}))
	})
}

// A version that the program cannot read any more is found by the doctor, not
// only when everything stands still.
func TestTheDoctorReadsEveryVersion(t *testing.T) {
	each(t, func(g *ground) {
		kept := func(number int64, raw string, on kernel.Date) {
			g.Exec(`INSERT INTO method_settings (id, model, version, config, reason, author, approver, decided_on, effective_on)
				VALUES (?, 'M14', ?, ?, 'x', '', '', ?, ?)`, kernel.NewID(), number, raw, on, on)
		}
		kept(2, `{"patience":1}`, g.today().Add(-2))
		g.want(g.Sound(g.As("director")), "method.unreadable", "in force, and unreadable")
		kept(3, `{"money":50,"trust":50}`, g.today())
		g.must(g.Sound(g.As("director")))
		kept(4, `{"money":90,"trust":50}`, g.today().Add(9))
		g.want(g.Sound(g.As("director")), "method.unreadable", "to come, and unreadable")
	})
}

type other struct{}

func (other) Check() error { return nil }

// The proposal says in the inbox what it is about.
func TestTheProposalSpeaks(t *testing.T) {
	each(t, func(g *ground) {
		d := g.submitted("director", 1, trusting, g.today().Add(5))
		p, err := g.inbox.Find(g.As("other"), d.Proposal)
		g.must(err)
		want := approval.Args{{Name: "id", Text: "M14"}, {Name: "method", Keys: []string{"scale.name"}}, {Name: "from", Text: g.today().Add(5).String()},
			{Name: "version", Text: "2"}, {Name: "changes", Text: "2"}}
		if !reflect.DeepEqual(p.Args, want) || p.Link != "/methods/M14" || p.Reason != "fewer A customers" {
			g.Errorf("%+v", p)
		}
	})
}
