package target

import (
	"fmt"
	"slices"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/goal"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// the colours of goals count here, too
var features = []app.Feature{account.Feature, approval.Feature, product.Feature, ledger.Feature, method.Feature, portfolio.Feature, goal.Feature, Feature}

var june = kernel.On(2026, 6, 30)

// ground is a company in which a director leads a manager, and he a rep who owns
// the first of two accounts. The second one belongs to somebody else.
type ground struct {
	*apptest.Stage
	*Service
	ids []kernel.ID
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		for _, role := range []string{"director", "manager", "rep", "other"} {
			s.Exec(`UPDATE users SET roles = ? WHERE login = ?`, roleOf[role], role)
			s.App.Matrix[roleOf[role]] = s.App.Matrix[role]
		}
		for i, role := range []string{"rep", "other"} {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1), Owner: s.User(role).ID}}
			g.must(account.New(s.Kit).Open(s.As("director"), a...))
			g.ids = append(g.ids, a[0].ID)
		}
		_, err := product.New(s.Kit).Add(s.As("director"), product.Product{Code: "P1", Name: "压力表", Line: "仪表"})
		g.must(err)
		g.sell(0, kernel.On(2025, 3, 10), 300_00)
		g.sell(0, kernel.On(2025, 9, 10), 300_00)
		g.sell(0, kernel.On(2026, 3, 10), 450_00)
		g.sell(1, june, 60_00)
		f(g)
	})
}

// roleOf are roles in which one sells.
var roleOf = map[string]string{"director": "director", "manager": "sales_manager", "rep": "rep", "other": "key_account_manager"}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func (g *ground) sell(i int, on kernel.Date, minor int64) {
	g.Helper()
	ctx, led := g.As("director"), ledger.New(g.Kit)
	lines := []ledger.Line{{Account: g.ids[i], Order: fmt.Sprint("O", i, on), Product: "P1", On: on, Quantity: kernel.Whole(1), Price: kernel.Whole(minor / 100), Amount: minor}}
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	g.must(err)
	ledger.NewTally().Line(&lines[0])
	o, err := led.BookLines(ctx, b.ID, lines)
	g.must(err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	g.must(err)
}

func (g *ground) receive(i int, on kernel.Date, minor int64) {
	g.Helper()
	ctx, led := g.As("director"), ledger.New(g.Kit)
	all := []ledger.Receipt{{Account: g.ids[i], Number: fmt.Sprint("R", i, on), ReceivedOn: on, Amount: minor}}
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Receipts, File: "receipts.csv"})
	g.must(err)
	o, err := led.BookReceipts(ctx, b.ID, all)
	g.must(err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	g.must(err)
}

// monthly is a target of so much in every month.
func (g *ground) monthly(kind, role string, minor, version int64) Target {
	t := Target{Kind: kind, User: g.User(role).ID, Version: version}
	for i := range t.Months {
		t.Months[i] = minor
	}
	return t
}

func (g *ground) set(role string, all ...Target) error {
	_, err := g.Set(g.As(role), 2026, Sales, all)
	return err
}

func (g *ground) board(role string) Board {
	g.Helper()
	b, err := g.Board(g.As(role), 2026, Sales)
	g.must(err)
	return b
}

// row is that of somebody on a board; without one the test ends.
func (g *ground) row(b Board, kind, role string) Row {
	g.Helper()
	at := slices.IndexFunc(b.Rows, func(r Row) bool { return r.Kind == kind && r.User == g.User(role).ID })
	if at < 0 {
		g.Fatalf("no %s of %s among %+v", kind, role, b.Rows)
	}
	return b.Rows[at]
}

func TestWhatWasSoldCountsForTheOwnerAndHisTeam(t *testing.T) {
	each(t, func(g *ground) {
		g.must(g.set("director", g.monthly(Team, "manager", 100_00, 0), g.monthly(Person, "rep", 75_00, 0)))
		b := g.board("director")
		rep := g.row(b, Person, "rep")
		if rep.Sold != 450_00 || rep.Due != 450_00 || *rep.Attainment != 1 || rep.Colour != "green" || rep.Place != 1 {
			g.Errorf("%+v", rep)
		}
		// the year before half was sold by now: 450 × 600 / 300
		if rep.Way != "workdays" && rep.Way != "season" || rep.Before.Sum() != 600_00 {
			g.Errorf("%+v", rep)
		}
		team := g.row(b, Team, "manager")
		if team.Sold != 450_00 || *team.Attainment != 0.75 || team.Open.Sum() != 300_00 || team.Open[0] != 25_00 {
			g.Errorf("%+v", team)
		}
		if all := g.row(b, Team, "director"); all.Sold != 450_00 || all.Open != nil {
			g.Errorf("%+v", all)
		}
		if e, err := g.Explain(g.As("director"), 2026, Sales, Team, g.User("manager").ID); err != nil || e.Result != "target.colour_red" || len(e.Changes) != 1 || e.Changes[0].To != 600_00 {
			g.Errorf("%+v, %v", e, err)
		}
	})
}

func TestCollectionsCountWhenTheyComeIn(t *testing.T) {
	each(t, func(g *ground) {
		g.receive(0, kernel.On(2026, 2, 28), 100_00)
		g.receive(0, kernel.On(2025, 2, 28), 40_00)
		check := func(want ...int64) {
			g.Helper()
			b, err := g.Board(g.As("rep"), 2026, Collection)
			g.must(err)
			if r := g.row(b, Person, "rep"); r.Actual[1] != want[0] || r.Actual[2] != want[1] || r.Before.Sum() != 40_00 {
				g.Errorf("%+v", r)
			}
		}
		check(100_00, 0)
		c := closing25(2026)
		c.Version = 0
		_, err := g.Arrange(g.As("director"), c)
		g.must(err)
		check(0, 100_00) // 28 February belongs to the month that closes on 25 March
	})
}

func TestWhoSeesAndSetsWhose(t *testing.T) {
	each(t, func(g *ground) {
		g.must(g.set("director", g.monthly(Team, "manager", 100_00, 0), g.monthly(Person, "rep", 75_00, 0), g.monthly(Person, "other", 1_00, 0)))
		rep := g.board("rep")
		if len(rep.Rows) != 1 || rep.Rows[0].User != g.User("rep").ID || rep.Scope != "own" || rep.Mine == nil || rep.Mine.Of != 2 || rep.Mine.Place != 2 {
			g.Errorf("a rep is told %+v", rep)
		}
		boss := g.board("manager")
		if len(boss.Rows) != 2 || boss.Scope != "line" {
			g.Errorf("a manager is told %+v", boss)
		}
		if all := g.board("director"); len(all.Rows) < 4 || all.Scope != "all" {
			g.Errorf("a director is told %+v", all)
		}
		if lines, err := g.Lines(g.As("manager"), 2026); err != nil || lines.Told || len(lines.Rows) != 0 {
			g.Errorf("a manager is told of lines: %+v, %v", lines, err)
		}
		if lines, err := g.Lines(g.As("director"), 2026); err != nil || len(lines.Rows) != 1 || lines.Rows[0].Sold != 510_00 {
			g.Errorf("a director is told of lines: %+v, %v", lines, err)
		}
		if _, err := g.Explain(g.As("rep"), 2026, Sales, Person, g.User("other").ID); key(err) != "db.missing" {
			g.Errorf("a rep asked about another one: %v", err)
		}
		tests := map[string]struct {
			role   string
			target Target
			want   string
		}{
			"a manager sets his rep's":             {"manager", g.monthly(Person, "rep", 80_00, 1), "<nil>"},
			"a manager sets his own team's":        {"manager", g.monthly(Team, "manager", 1, 1), "target.own_team"},
			"a manager sets a stranger's":          {"manager", g.monthly(Person, "other", 1, 1), "db.missing"},
			"a team of nobody":                     {"director", g.monthly(Team, "rep", 1, 0), "target.no_team"},
			"below zero":                           {"director", g.monthly(Person, "rep", -1, 2), "target.bad_amount"},
			"over a version that is gone":          {"director", g.monthly(Person, "rep", 1, 1), "target.stale"},
			"a product line that nobody has named": {"director", Target{Kind: Product}, "target.no_line"},
			"a product line, by who sees a part":   {"manager", Target{Kind: Product, Line: "仪表"}, "db.missing"},
			"a product line":                       {"director", Target{Kind: Product, Line: "仪表"}, "<nil>"},
			"a line to which nothing belongs":      {"director", Target{Kind: Product, Line: "阀门"}, "target.unknown_line"},
		}
		for _, name := range slices.Sorted(keys(tests)) {
			if err := g.set(tests[name].role, tests[name].target); key(err) != tests[name].want {
				g.Errorf("%s: %v", name, err)
			}
		}
		if r := g.row(g.board("director"), Person, "rep"); r.Version != 2 || r.Wanted != 12*80_00 {
			g.Errorf("%+v", r)
		}
	})
}

// Who leads others and is granted his own row only is not told what they do together.
func TestATeamIsToldToWhoSeesAllOfIt(t *testing.T) {
	each(t, func(g *ground) {
		g.must(g.set("director", g.monthly(Team, "manager", 100_00, 0), g.monthly(Person, "manager", 10_00, 0)))
		if b := g.board("manager"); len(b.Rows) != 3 || g.row(b, Team, "manager").Sold != 510_00-60_00 {
			t.Fatalf("a manager is told %+v", b.Rows)
		}
		g.Grant("manager", "target:read", "O")
		own := identity.Under(g.As("manager"), "target:read")
		if b, err := g.Board(own, 2026, Sales); err != nil || len(b.Rows) != 1 || b.Rows[0].Kind != Person || b.Rows[0].Sold != 0 {
			t.Errorf("who sees himself alone is told %+v, %v", b.Rows, err)
		}
		if _, err := g.Explain(own, 2026, Sales, Team, g.User("manager").ID); key(err) != "db.missing" {
			t.Errorf("and why his team stands as it does: %v", err)
		}
	})
}

func keys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func TestWhoHasLeftGetsNoTargetAndHisIsTakenOver(t *testing.T) {
	each(t, func(g *ground) {
		g.must(g.set("director", g.monthly(Team, "manager", 100_00, 0), g.monthly(Person, "rep", 75_00, 0)))
		g.Exec(`UPDATE users SET active = FALSE WHERE login = 'rep'`)
		if err := g.set("director", g.monthly(Person, "rep", 1, 1)); key(err) != "target.left" {
			g.Errorf("set for who has left: %v", err)
		}
		if r := g.row(g.board("manager"), Person, "rep"); !r.Left || r.Wanted != 900_00 {
			g.Errorf("what he was to do is shown: %+v", r)
		}
		if _, err := g.TakeOver(g.As("director"), Handing{2026, Sales, g.User("manager").ID, g.User("other").ID, 1, 0}); key(err) != "target.still_here" {
			g.Errorf("of somebody who is here: %v", err)
		}
		into, err := g.TakeOver(g.As("manager"), Handing{2026, Sales, g.User("rep").ID, g.User("manager").ID, 1, 0})
		g.must(err)
		if into.Months[5] != 0 || into.Months[6] != 75_00 || into.Months.Sum() != 6*75_00 { // June ends with the ledger
			g.Errorf("taken over: %+v", into)
		}
		b := g.board("manager")
		if r := g.row(b, Person, "rep"); r.Wanted != 6*75_00 {
			g.Errorf("left behind: %+v", r)
		}
		if team := g.row(b, Team, "manager"); team.Open.Sum() != 300_00 {
			g.Errorf("the team's rest has changed: %+v", team)
		}
	})
}

func TestMonthsThatAreOverStayWithWhoHadThem(t *testing.T) {
	for sentence, tt := range map[string]struct {
		today   kernel.Date
		arrange bool // months close on the 25th
		stay    int
	}{
		"the month ends with the day":                    {june, false, 6},
		"a day of it is left":                            {june.Add(-1), false, 5},
		"the next one has begun, nothing of it is known": {june.Add(1), false, 6},
		"it closed on the 25th, the day is the 30th":     {june, true, 6},
		"it closes on the 25th, the day is the 25th":     {kernel.On(2026, 6, 25), true, 6},
		"it closes on the 25th, the day is the 24th":     {kernel.On(2026, 6, 24), true, 5},
	} {
		t.Run(sentence, func(t *testing.T) {
			each(t, func(g *ground) {
				g.today = func() kernel.Date { return tt.today }
				if tt.arrange {
					c := closing25(2026)
					c.Version = 0
					_, err := g.Arrange(g.As("director"), c)
					g.must(err)
				}
				g.must(g.set("director", g.monthly(Person, "rep", 75_00, 0)))
				g.Exec(`UPDATE users SET active = FALSE WHERE login = 'rep'`)
				into, err := g.TakeOver(g.As("director"), Handing{2026, Sales, g.User("rep").ID, g.User("manager").ID, 1, 0})
				g.must(err)
				for i, amount := range into.Months {
					if goes := i >= tt.stay; goes != (amount == 75_00) || !goes && amount != 0 {
						g.Errorf("month %d: %d", i+1, amount)
					}
				}
				if r := g.row(g.board("director"), Person, "rep"); r.Wanted != int64(tt.stay)*75_00 {
					g.Errorf("stayed with him: %d", r.Wanted)
				}
			})
		})
	}
}

func TestAManagerDividesHisTarget(t *testing.T) {
	each(t, func(g *ground) {
		w := Wish{Year: 2026, Measure: Sales, Head: g.User("manager").ID, By: History, Unit: 100, Keep: 10}
		if _, err := g.Suggest(g.As("manager"), w); key(err) != "target.nothing_to_divide" {
			g.Errorf("nothing to divide: %v", err)
		}
		g.must(g.set("director", g.monthly(Team, "manager", 100_00, 0)))
		s, err := g.Suggest(g.As("manager"), w)
		g.must(err)
		if len(s.Rows) != 2 || s.Rows[1].Kind != Person || s.Rows[1].Months.Sum() != 12*90_00 || s.Rest.Sum() != 12*10_00 || !s.History {
			g.Fatalf("%+v", s)
		}
		part := s.Rows[1]
		g.must(g.set("manager", Target{Kind: part.Kind, User: part.User, Months: part.Months, Version: part.Version}))
		if team := g.row(g.board("manager"), Team, "manager"); *team.Open != s.Rest {
			g.Errorf("%+v", team)
		}
		w.Total = 1200_00
		s, err = g.Suggest(g.As("director"), w)
		g.must(err)
		// in the course of the year before: half in March, half in September
		if top := s.Rows[0].Months; top[2] != 600_00 || top[8] != 600_00 {
			g.Errorf("%+v", s.Rows[0])
		}
		w.Head = g.User("rep").ID
		if _, err := g.Suggest(g.As("manager"), w); key(err) != "target.no_team" {
			g.Errorf("of who leads nobody: %v", err)
		}
	})
}

func TestAFiscalYearIsSetChangedAndReleased(t *testing.T) {
	each(t, func(g *ground) {
		c := closing25(2026)
		c.Version = 0
		set, err := g.Arrange(g.As("director"), c)
		if err != nil || set.Version != 1 || !set.Set {
			g.Fatalf("%+v, %v", set, err)
		}
		if _, err := g.Arrange(g.As("director"), c); key(err) != "db.stale" {
			g.Errorf("the loser was told %v", err)
		}
		found, err := g.Year(g.As("rep"), 2026)
		if err != nil || found.Months != c.Months || found.Version != 1 {
			g.Errorf("%+v, %v", found, err)
		}
		next := Calendars{}.Of(2027)
		if _, err := g.Arrange(g.As("director"), next); key(err) != "target.year_apart" {
			g.Errorf("a year that leaves days out: %v", err)
		}
		g.must(g.Release(g.As("director"), 2026, 1))
		found, err = g.Year(g.As("rep"), 2026)
		if err != nil || found.Set || found.Version != 2 || found.Days().From != kernel.On(2026, 1, 1) {
			g.Errorf("released: %+v, %v", found, err)
		}
		if err := g.Release(g.As("director"), 2026, 2); key(err) != "db.missing" {
			g.Errorf("released twice: %v", err)
		}
		years, err := g.Years(g.As("rep"), 2026)
		if err != nil || len(years) != 4 || years[2].Version != 2 {
			g.Errorf("%+v, %v", years, err)
		}
		versions := 0
		g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
			versions, err = db.Find[int](tx, `SELECT count(*) FROM fiscal_years WHERE ?`, tx.Shared())
			return err
		}))
		if versions != 2 {
			g.Errorf("%d versions are kept", versions)
		}
	})
}

func TestWhoStandsInSeesAndSetsWhatTheOtherOneDoes(t *testing.T) {
	each(t, func(g *ground) {
		g.App.Matrix["key_account_manager"] = g.App.Matrix["manager"]
		if b := g.board("other"); len(b.Rows) != 1 {
			g.Fatalf("before: %+v", b.Rows)
		}
		g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
			return identity.Delegate(tx, identity.Delegation{User: g.User("manager").ID, StandIn: g.User("other").ID, From: june.Add(-1), Until: june.Add(999), By: g.User("manager").ID})
		}))
		if b := g.board("other"); len(b.Rows) != 3 {
			g.Errorf("standing in: %+v", b.Rows)
		}
		g.must(g.set("other", g.monthly(Person, "rep", 1_00, 0)))
	})
}
