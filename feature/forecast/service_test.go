package forecast

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, goal.Feature, opportunity.Feature, Feature}

// ground is an account of the rep's and one of another's, in the middle of a quarter.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
}

var noon = kernel.On(2026, 5, 13)

func at(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return noon }
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		f(g)
	})
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// book brings deals as a file does: ended ones keep their days.
func (g *ground) book(all ...opportunity.Deal) {
	g.Helper()
	for i := range all {
		if d := &all[i]; d.Account.IsZero() {
			d.Account = g.mine
		}
		if d := &all[i]; d.Opened.IsZero() {
			d.Opened = kernel.On(2026, 3, 1)
		}
		all[i].Process, all[i].Name = "full", all[i].Code
	}
	g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
		_, _, _, err := g.deals.Book(tx, all)
		return err
	}))
}

func (g *ground) board(role string, w Which) Board {
	g.Helper()
	b, err := g.Board(g.As(role), w)
	g.must(err)
	return b
}

func sumOf(minor int64) *int64 { return &minor }

// stages are the keys of the long process, in their order.
func (g *ground) stages() (keys []string) {
	g.Helper()
	g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
		cfg, err := g.deals.Config(tx)
		for _, s := range cfg.Processes[0].Stages {
			keys = append(keys, s.Key)
		}
		return err
	}))
	return keys
}

// M72 (e) once more, through the books: 100 at 30 %, 200 at 50 % and 50 at 90 % are 175.
func TestABoardWeighsTheDealsOfItsPeriod(t *testing.T) {
	at(t, func(g *ground) {
		stage, june := g.stages(), kernel.On(2026, 6, 20)
		g.book(
			opportunity.Deal{Code: "A", Stage: stage[2], State: opportunity.Going, Category: opportunity.Commit, Amount: sumOf(100), Expected: june},
			opportunity.Deal{Code: "B", Stage: stage[4], State: opportunity.Going, Category: opportunity.Best, Amount: sumOf(200), Expected: june},
			opportunity.Deal{Code: "C", Stage: stage[6], State: opportunity.Going, Category: opportunity.Pipeline, Amount: sumOf(50), Expected: june},
			opportunity.Deal{Code: "late", Stage: stage[6], State: opportunity.Going, Amount: sumOf(70), Expected: kernel.On(2026, 7, 1)},
			opportunity.Deal{Code: "passed", Stage: stage[6], State: opportunity.Going, Amount: sumOf(70), Expected: kernel.On(2026, 3, 31)},
			opportunity.Deal{Code: "undated", Stage: stage[6], State: opportunity.Going},
			opportunity.Deal{Code: "won", Stage: stage[7], State: opportunity.Won, Amount: sumOf(30), Closed: kernel.On(2026, 4, 1)},
			opportunity.Deal{Code: "won before", Stage: stage[7], State: opportunity.Won, Amount: sumOf(30), Closed: kernel.On(2026, 3, 31)},
			opportunity.Deal{Code: "lost", Stage: stage[1], State: opportunity.Lost, Amount: sumOf(30), Closed: kernel.On(2026, 4, 1)},
			opportunity.Deal{Code: "other's", Account: g.his, Stage: stage[2], State: opportunity.Going, Amount: sumOf(1000), Expected: june},
		)
		b := g.board("rep", Which{})
		if b.Period.Key != "2026-Q2" || b.Scope != "own" || b.Total.Weighted != 175 || b.Total.Total != 350 || b.Total.Count != 3 || b.Total.Commit != 100 ||
			b.Total.Best != 200 || b.Total.Pipeline != 50 || b.Total.Won != 30 || b.Total.Wins != 1 || b.Passed != 1 || b.Undated != 1 || b.Unknown != 1 {
			g.Errorf("%+v", b)
		}
		if all := g.board("director", Which{Period: "2026"}); all.Total.Count != 6 || all.Total.Won != 60 || all.Scope != "all" || all.Passed != 1 {
			g.Errorf("of the year %+v", all.Total)
		}
	})
}

// Of twelve deals that were decided, six had come to the third step, and three of
// these were won: the third step brings half, the first a quarter.
func TestStepsSayHowDealsWentOn(t *testing.T) {
	at(t, func(g *ground) {
		stage := g.stages()
		var all []opportunity.Deal
		for i := range 12 {
			d := opportunity.Deal{Code: string(rune('A' + i)), Stage: stage[0], State: opportunity.Lost, Opened: kernel.On(2026, 1, 1), Closed: kernel.On(2026, 1, 11), Amount: sumOf(100)}
			if i < 6 {
				d.Stage = stage[2]
			}
			if i < 3 {
				d.Stage, d.State, d.Closed = stage[7], opportunity.Won, kernel.On(2026, 1, 21)
			}
			all = append(all, d)
		}
		g.book(all...)
		b := g.board("director", Which{})
		first, third := b.Stages[0].Rate, b.Stages[2].Rate
		if first.Won != 3 || first.Of != 12 || first.Mean != 0.25 || third.Won != 3 || third.Of != 6 || third.Mean != 0.5 || !(third.Low < 0.5 && third.High > 0.5) {
			g.Errorf("%+v %+v", first, third)
		}
		if !b.Stages[0].Off || b.Stages[2].Off || b.Stages[7].Rate.Mean.Known() || b.Stages[7].Off {
			g.Errorf("10 %% lie outside, 30 %% within, and of three nobody can say: %+v", b.Stages)
		}
		if b.Cycle.Median != 10 || b.Cycle.Cases != 12 {
			g.Errorf("%+v", b.Cycle)
		}
		if rep := g.board("other", Which{}); len(rep.Stages) != 0 || rep.Cycle.Cases != 0 {
			g.Errorf("whoever sees no deal is told of deals: %+v", rep)
		}
	})
}

// What is written down on a day stays; what has happened since is told deal by deal,
// and the changes of the sum are the change of the sum.
func TestWhatHasHappenedSince(t *testing.T) {
	at(t, func(g *ground) {
		stage, june := g.stages(), kernel.On(2026, 6, 20)
		deal := func(code string, amount int64, expected kernel.Date) opportunity.Deal {
			return opportunity.Deal{Code: code, Stage: stage[2], State: opportunity.Going, Amount: &amount, Expected: expected}
		}
		was := []opportunity.Deal{deal("more", 100, june), deal("later", 200, june), deal("sooner", 300, kernel.On(2026, 8, 1)), deal("won", 400, june), deal("same", 500, june)}
		g.book(was...)
		g.today = func() kernel.Date { return noon.Add(-week) }
		if n, err := g.Note(g.Context()); err != nil || n != 5 {
			g.Fatalf("%d written down, %v", n, err)
		}
		if n, err := g.Note(g.Context()); err != nil || n != 0 {
			g.Errorf("written down twice: %d, %v", n, err)
		}
		g.today = func() kernel.Date { return noon }
		won := deal("won", 400, june)
		won.State, won.Stage, won.Closed = opportunity.Won, stage[7], noon
		g.book(deal("more", 150, june), deal("later", 200, kernel.On(2026, 7, 1)), deal("sooner", 300, june), won, deal("new", 50, june))
		c := g.board("rep", Which{}).Changes
		got := map[string]int64{}
		sum := int64(0)
		for _, k := range c.Kinds {
			got[k.Kind], sum = k.Amount, sum+k.Amount
		}
		if got[More] != 50 || got[Later] != -200 || got[Sooner] != 300 || got[Won] != -400 || got[Added] != 50 || len(got) != 5 || c.Since != noon.Add(-week) {
			g.Errorf("%+v", c)
		}
		if c.Was != 1200 || c.Now != 1000 || c.Was+sum != c.Now {
			g.Errorf("from %d by %d to %d", c.Was, sum, c.Now)
		}
		if other := g.board("other", Which{}).Changes; len(other.Rows) != 0 || other.Was != 0 {
			g.Errorf("the other one is told %+v", other)
		}
	})
}

// How right the first forecast of a quarter was is judged when the quarter is over.
func TestAForecastIsJudgedByWhatCame(t *testing.T) {
	at(t, func(g *ground) {
		stage, march := g.stages(), kernel.On(2026, 3, 20)
		g.book(
			opportunity.Deal{Code: "kept", Stage: stage[4], State: opportunity.Going, Category: opportunity.Commit, Amount: sumOf(300), Expected: march, Opened: kernel.On(2025, 11, 1)},
			opportunity.Deal{Code: "broken", Stage: stage[4], State: opportunity.Going, Category: opportunity.Commit, Amount: sumOf(100), Expected: march, Opened: kernel.On(2025, 11, 1)})
		g.today = func() kernel.Date { return kernel.On(2026, 1, 1) }
		_, err := g.Note(g.Context())
		g.must(err)
		g.today = func() kernel.Date { return noon }
		g.book(opportunity.Deal{Code: "kept", Stage: stage[7], State: opportunity.Won, Category: opportunity.Commit, Amount: sumOf(320), Opened: kernel.On(2025, 11, 1), Closed: march})
		a := g.board("director", Which{}).Accuracy
		if len(a) != 1 || a[0].Period != "2026-Q1" || a[0].Commit != 400 || a[0].Weighted != 200 || a[0].Actual != 320 || a[0].OffCommit != 0.25 || a[0].OffWeighted != -0.375 {
			g.Errorf("%+v", a)
		}
	})
}

// Whoever shares deals: what people forecast is what all forecast together.
func TestSumsOverPeopleAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := newMaker(&Service{}, kernel.ID{}, Board{AsOf: noon, Period: quarterOf(noon)})
		m.past = &past{until: noon, ladders: map[string][]string{}, reached: map[step][2]int{}}
		m.parts = map[kernel.ID][]opportunity.Split{}
		users := []kernel.ID{kernel.NewID(), kernel.NewID(), kernel.NewID()}
		total, weighted := int64(0), int64(0)
		for range rapid.IntRange(1, 20).Draw(t, "deals") {
			d := opportunity.Deal{ID: kernel.NewID(), Owner: rapid.SampledFrom(users).Draw(t, "owner"), State: opportunity.Going, Category: opportunity.Commit,
				Amount: sumOf(rapid.Int64Range(0, 1e12).Draw(t, "amount")), Percent: rapid.IntRange(0, 100).Draw(t, "percent"), Opened: noon, Expected: noon.Add(1)}
			if first := rapid.IntRange(0, 100).Draw(t, "split"); first > 0 {
				m.parts[d.ID] = []opportunity.Split{{User: users[0], Percent: first}, {User: users[1], Percent: 100 - first}}
			}
			total, weighted = total+*d.Amount, weighted+kernel.Percent(*d.Amount, d.Percent)
			m.take(d)
		}
		m.finish(kernel.Date{})
		people := int64(0)
		for _, p := range m.People {
			people += p.Weighted
		}
		if m.Total.Total != total || m.Total.Weighted != weighted || people != weighted || m.Total.Commit != total {
			t.Fatalf("%+v, not %d and %d; people %d", m.Total.Sums, total, weighted, people)
		}
	})
}

func TestPeriods(t *testing.T) {
	for key, want := range map[string][2]kernel.Date{
		"2026": {kernel.On(2026, 1, 1), kernel.On(2026, 12, 31)}, "2026-Q1": {kernel.On(2026, 1, 1), kernel.On(2026, 3, 31)},
		"2024-02": {kernel.On(2024, 2, 1), kernel.On(2024, 2, 29)}, "": {kernel.On(2026, 4, 1), kernel.On(2026, 6, 30)},
	} {
		p, err := PeriodOf(key, noon)
		if err != nil || p.From != want[0] || p.Until != want[1] || key != "" && p.Key != key {
			t.Errorf("%q: %+v, %v", key, p, err)
		}
	}
	for _, key := range []string{"2026-Q5", "2026-13", "26", "2026-Q", "2026-6"} {
		if _, err := PeriodOf(key, noon); err == nil {
			t.Errorf("%q was taken", key)
		}
	}
	year, _ := PeriodOf("2026-Q1", noon)
	if before := year.Before(); before.Key != "2025-Q4" || !slices.Equal([]kernel.Date{before.From, before.Until}, []kernel.Date{kernel.On(2025, 10, 1), kernel.On(2025, 12, 31)}) {
		t.Errorf("%+v", before)
	}
}

// Of every period that ever was each deal is counted once, however long ago it ended.
func TestEveryDealCountsOnceInItsPeriod(t *testing.T) {
	at(t, func(g *ground) {
		var all []opportunity.Deal
		for month := range 60 {
			day := noon.AddMonths(-month)
			all = append(all, opportunity.Deal{Code: day.String(), Stage: g.stages()[7], State: opportunity.Won, Opened: day.Add(-9), Closed: day, Amount: sumOf(1)})
		}
		g.book(all...)
		for year, want := range map[string]int{"2021": 7, "2022": 12, "2023": 12, "2024": 12, "2025": 12, "2026": 5} {
			if b := g.board("rep", Which{Period: year}); b.Total.Wins != want || b.Total.Won != int64(want) {
				g.Errorf("%s: %d deals of %d", year, b.Total.Wins, b.Total.Won)
			}
		}
	})
}
