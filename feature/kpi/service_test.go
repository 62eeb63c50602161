package kpi

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"erba/analysis/kpi"
	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/ledger"
	"erba/feature/lifetime"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, portfolio.Feature, evaluation.Feature, lifetime.Feature, goal.Feature, Feature}

// ground is a company of ten customers, six of the rep's and four of somebody
// else's.
type ground struct {
	*apptest.Stage
	*Service
	ids    []kernel.ID
	orders int
	lines  []ledger.Line
}

const yuan = 100 // in fen

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		for role, letters := range map[string]string{"director": "A", "manager": "S", "rep": "OT"} {
			s.Grant(role, behaviour, letters)
		}
		for i := range 10 {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1), Region: []string{"华东", "华南"}[i%2]}}
			must(s, account.New(s.Kit).Open(s.As([]string{"rep", "other"}[i/6]), a...))
			g.ids = append(g.ids, a[0].ID)
		}
		f(g)
	})
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// buys adds an order of so many yuan, of which 60 % are cost.
func (g *ground) buys(i int, on kernel.Date, amount int64) {
	g.orders++
	g.lines = append(g.lines, ledger.Line{Account: g.ids[i], Order: fmt.Sprint("O", g.orders), Product: "P1", On: on, Quantity: kernel.Whole(1),
		Price: kernel.Whole(amount), Amount: amount * yuan, Cost: amount * yuan * 6 / 10, Costed: true})
}

// book books what was added.
func (g *ground) book() {
	g.Helper()
	led, ctx := ledger.New(g.Kit), g.As("director")
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	must(g.Stage, err)
	tally := ledger.NewTally()
	for i := range g.lines {
		tally.Line(&g.lines[i])
	}
	o, err := led.BookLines(ctx, b.ID, g.lines)
	must(g.Stage, err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	must(g.Stage, err)
}

func (g *ground) figures(role string, n Narrow) map[string]Indicator {
	g.Helper()
	d, err := g.Dashboard(g.As(role), n)
	must(g.Stage, err)
	found := map[string]Indicator{}
	for _, i := range d.Indicators {
		found[i.Name] = i
	}
	return found
}

var (
	june  = kernel.On(2026, 6, 30)
	spot  = kernel.On(2026, 3, 10)
	prior = kernel.On(2025, 3, 10)
)

// history is two years: eight customers in the one before, six of them and two
// new ones in the last; three of these ordered twice.
func (g *ground) history() {
	for i := range 8 {
		g.buys(i, prior, 1000)
	}
	for i := range 6 {
		g.buys(i, spot, 1000)
	}
	g.buys(8, spot, 1000)
	g.buys(9, june, 1000)
	for i := range 3 {
		g.buys(i, june, 3000)
	}
	g.book()
}

func near(a null.Number, b float64) bool { return math.Abs(float64(a)-b) < 1e-9 }

func TestM90FiguresOfTwoYears(t *testing.T) {
	each(t, func(g *ground) {
		g.history()
		all := g.figures("director", Narrow{})
		for name, want := range map[string]float64{
			Retention:    6.0 / 8,
			Churn:        2.0 / 8,
			Repeat:       3.0 / 8,
			OrderValue:   17_000 * yuan / 11.0,
			Lifetime:     17_000 * yuan * 0.4 / 8 * 0.75 / (1 + 0.10 - 0.75),
			Contribution: 17_000 * yuan * 0.4,
		} {
			if !near(all[name].Value, want) {
				g.Errorf("%s: %v, want %v", name, all[name].Value, want)
			}
		}
		for name, lacks := range map[string]string{Loyalty: "kpi.lacks_wallet", Marketing: "kpi.lacks_cost", Acquisition: "kpi.lacks_input"} {
			if all[name].Value.Known() || all[name].Lacks != lacks {
				g.Errorf("%s: %+v", name, all[name])
			}
		}
		if n := len(all[Retention].Trend); n != 13 || all[Retention].Trend[12].Until != june {
			g.Errorf("trend: %+v", all[Retention].Trend)
		}
		if year := all[Repeat].Trend[0]; year.Until != kernel.On(2025, 6, 30) || !near(year.Value, 0) {
			g.Errorf("a year ago everybody had ordered once: %+v", year)
		}
		if all[Retention].Trend[0].Value.Known() {
			g.Error("before the first order there was nobody to stay")
		}
	})
}

// A figure is that of the lines themselves, counted a second time.
func TestFiguresAreThoseOfTheLines(t *testing.T) {
	each(t, func(g *ground) {
		seed := rand.Uint64()
		dice := rand.New(rand.NewPCG(seed, 1))
		for range 120 {
			g.buys(dice.IntN(10), kernel.On(2023, 1+dice.IntN(42), 1+dice.IntN(28)), int64(1+dice.IntN(500)))
		}
		g.buys(0, june, 1)
		g.book()
		all := g.figures("director", Narrow{})
		for point := range points {
			until := kernel.On(2026, 7-(points-1-point), 1).Add(-1)
			from, before := until.Add(1).AddMonths(-year), until.Add(1).AddMonths(-2*year)
			now, then, sales, orders := map[kernel.ID]int{}, map[kernel.ID]int{}, int64(0), int64(0)
			for _, l := range g.lines {
				switch {
				case l.On.Compare(until) > 0 || l.On.Compare(before) < 0:
				case l.On.Compare(from) >= 0:
					now[l.Account]++
					sales, orders = sales+l.Amount, orders+1
				default:
					then[l.Account]++
				}
			}
			stayed, again := 0, 0
			for id, n := range now {
				if then[id] > 0 {
					stayed++
				}
				if n > 1 {
					again++
				}
			}
			for name, want := range map[string]float64{
				Retention: float64(stayed) / float64(len(then)), Repeat: float64(again) / float64(len(now)), OrderValue: float64(sales) / float64(orders),
			} {
				if got := all[name].Trend[point]; got.Until != until || !near(got.Value, want) {
					g.Fatalf("seed %d: %s until %v: %+v, want %v", seed, name, until, got, want)
				}
			}
		}
	})
}

func TestTheAccountsBehindAFigure(t *testing.T) {
	each(t, func(g *ground) {
		g.history()
		lost, err := g.Accounts(g.As("director"), Churn, Narrow{}, 0, 10)
		must(g.Stage, err)
		if lost.Count != 2 || lost.Rows[0].Code != "C07" || lost.Rows[1].Code != "C08" || !near(lost.Rows[0].Value, 1000*yuan) {
			g.Errorf("%+v", lost)
		}
		once, err := g.Accounts(g.As("director"), Repeat, Narrow{}, 1, 2)
		must(g.Stage, err)
		if once.Count != 5 || len(once.Rows) != 2 {
			g.Errorf("%+v", once)
		}
		d, err := g.Detail(g.As("director"), Retention, ByRegion, Narrow{})
		must(g.Stage, err)
		stayed := 0.0
		for _, p := range d.Parts {
			stayed += float64(p.Value) * 4 // four customers of the year before in each
		}
		if len(d.Parts) != 2 || math.Abs(stayed-6) > 1e-9 || d.Explanation.Inputs[0].Value != 8 {
			g.Errorf("%+v, %+v", d.Parts, d.Explanation)
		}
		east := g.figures("director", Narrow{Region: "华东"})
		if !near(east[Retention].Value, 3.0/4) {
			g.Errorf("in the east: %v", east[Retention].Value)
		}
	})
}

func TestOwnFiguresAreOfOwnAccounts(t *testing.T) {
	each(t, func(g *ground) {
		g.history()
		g.Grant("rep", "margin:read", "")
		g.Grant("other", behaviour, "")
		own := g.figures("rep", Narrow{})
		if !near(own[Retention].Value, 1) {
			g.Errorf("all six of his stayed: %v", own[Retention].Value)
		}
		for _, name := range []string{Marketing, Lifetime, Contribution, Acquisition} {
			if _, told := own[name]; told {
				g.Errorf("a rep is told %s", name)
			}
			if _, err := g.Detail(g.As("rep"), name, ByTier, Narrow{}); err == nil {
				g.Errorf("a rep is told of what %s consists", name)
			}
			if _, err := g.Accounts(g.As("rep"), name, Narrow{}, 0, 10); err == nil {
				g.Errorf("a rep is told who is behind %s", name)
			}
		}
		money := g.figures("other", Narrow{})
		if _, told := money[Retention]; told {
			g.Error("who is told of money only is told how customers behave")
		}
		if _, told := money[Contribution]; !told {
			g.Error("who is told of money is not told contributions")
		}
		if body := g.Do("rep", "GET", "/api/indicators/export?format=csv", "").Body.String(); strings.Contains(body, "Contribution") || !strings.Contains(body, "Retention") {
			g.Errorf("%s", body)
		}
	})
}

func TestAFigureIsComparedWithItsTarget(t *testing.T) {
	each(t, func(g *ground) {
		g.history()
		director := g.As("director")
		target, err := g.Aim(director, Retention, 0, 0.8, g.User("manager").ID)
		must(g.Stage, err)
		if i := g.figures("director", Narrow{})[Retention]; i.Light != kpi.Yellow || i.Owner != g.User("manager").ID || !near(i.Target, 0.8) || i.Version != 1 {
			g.Errorf("75 %% of 80 %%: %+v", i)
		}
		_, err = g.Aim(director, Retention, target.Version, 0.9, kernel.ID{})
		must(g.Stage, err)
		if i := g.figures("director", Narrow{})[Retention]; i.Light != kpi.Red {
			g.Errorf("75 %% of 90 %%: %+v", i)
		}
		if _, err := g.Aim(director, Retention, target.Version, 0.7, kernel.ID{}); err == nil {
			g.Error("somebody else was faster, and nobody noticed")
		}
		if _, err := g.Aim(director, Retention, 2, 1.2, kernel.ID{}); err == nil {
			g.Error("120 % of the customers are to stay")
		}
		left := g.User("other")
		left.Active = false
		_, err = g.Kit.Users.Change(director, left)
		must(g.Stage, err)
		if _, err := g.Aim(director, Churn, 0, 0.1, left.ID); err == nil {
			g.Error("who has left answers for something")
		}
		_, err = g.Aim(director, Contribution, 0, 1, kernel.ID{})
		must(g.Stage, err)
		if i := g.figures("director", Narrow{Region: "华东"})[Contribution]; i.Target.Known() {
			g.Error("a part is compared with what was aimed at of the whole")
		}
	})
}

// nothing is what is entered of the year up to June but for one month, in which
// something was spent.
func (g *ground) nothing(kind string, but kernel.Date) (all []Input) {
	for month := range year {
		if on := kernel.On(2026, 6-month, 1); on != but.Month() {
			all = append(all, Input{Kind: kind, Month: on, Source: "没有投入"})
		}
	}
	return all
}

// M03: two of the ten are new, six stayed.
func TestM03WinningAgainstKeeping(t *testing.T) {
	each(t, func(g *ground) {
		g.history()
		ctx := g.As("director")
		entered, err := g.Enter(ctx, []Input{
			{Kind: Winning, Month: spot, Amount: 60_000 * yuan, Source: "市场部预算表"},
			{Kind: Keeping, Month: june, Amount: 30_000 * yuan, Source: "客服中心"},
			{Kind: Winning, Month: kernel.On(2024, 1, 5), Amount: 1, Source: "很久以前"},
		})
		must(g.Stage, err)
		if i := g.figures("director", Narrow{})[Acquisition]; i.Value.Known() || i.Lacks != "kpi.lacks_months" {
			g.Errorf("a month of each kind counts for a year: %+v", i)
		}
		d, err := g.Detail(ctx, Acquisition, ByTier, Narrow{})
		must(g.Stage, err)
		if in := d.Explanation.Inputs; in[0].Known || in[1].Value != 1 || in[4].Known || in[5].Value != 1 {
			g.Errorf("of how many months something was entered: %+v", in)
		}
		rest := g.nothing(Winning, spot)
		_, err = g.Enter(ctx, append(rest, g.nothing(Keeping, june)[1:]...))
		must(g.Stage, err)
		if i := g.figures("director", Narrow{})[Acquisition]; i.Value.Known() || i.Lacks != "kpi.lacks_months" {
			g.Errorf("eleven months of one kind count for a year: %+v", i)
		}
		_, err = g.Enter(ctx, g.nothing(Keeping, june)[:1])
		must(g.Stage, err)
		if i := g.figures("director", Narrow{})[Acquisition]; !near(i.Value, 30_000.0/5_000) || !near(i.Benchmark, 5) {
			g.Errorf("%+v", i)
		}
		if i := g.figures("director", Narrow{Region: "华东"})[Acquisition]; i.Value.Known() || i.Lacks != "kpi.lacks_company" {
			g.Errorf("of a part: %+v", i)
		}
		_, err = g.TakeBack(ctx, entered[0].ID)
		must(g.Stage, err)
		if i := g.figures("director", Narrow{})[Acquisition]; i.Value.Known() || i.Lacks != "kpi.lacks_months" {
			g.Errorf("a month was taken back: %+v", i)
		}
		for sentence, bad := range map[string]Input{
			"no source":         {Kind: Winning, Month: june, Amount: 1, Source: " "},
			"less than nothing": {Kind: Winning, Month: june, Amount: -1, Source: "预算表"},
			"a month ahead":     {Kind: Winning, Month: kernel.On(2099, 1, 1), Amount: 1, Source: "预算表"},
			"for something new": {Kind: "other", Month: june, Amount: 1, Source: "预算表"},
		} {
			if _, err := g.Enter(ctx, []Input{bad}); err == nil {
				g.Error(sentence)
			}
		}
	})
}

// Loyalty: .4 of the repeat rate, .3 of the mean wallet share, .3 of those at half
// a wallet or above.
func TestM90LoyaltyIsOfKnownWallets(t *testing.T) {
	each(t, func(g *ground) {
		g.history()
		p, ctx := portfolio.New(g.Kit), g.As("director")
		for i, demand := range []int64{5000, 16_000} { // of sales of 4,000 each: 80 and 25 %
			old, err := p.Estimate(ctx, g.ids[i], portfolio.Demand)
			must(g.Stage, err)
			_, err = p.Judge(ctx, portfolio.Estimate{Account: g.ids[i], Kind: portfolio.Demand, Version: old.Version, Value: demand * yuan,
				Evidence: "采购预算表", Expires: kernel.On(2030, 1, 1)})
			must(g.Stage, err)
		}
		i := g.figures("director", Narrow{})[Loyalty]
		if want := 0.4*3/8 + 0.3*(0.8+0.25)/2 + 0.3*0.5; !near(i.Value, want) {
			g.Errorf("%+v, want %v", i, want)
		}
		if i.Trend[11].Value.Known() {
			g.Error("nobody knows the wallets of a month ago")
		}
	})
}
