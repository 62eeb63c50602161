package card

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/evaluation"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, portfolio.Feature, evaluation.Feature, Feature}

// ground is a company of two customers of the rep's: the first one is that of
// method M19's example, of the second nobody has said anything.
type ground struct {
	*apptest.Stage
	*Service
	ledger    *ledger.Service
	portfolio *portfolio.Service
	approvals *approval.Service
	ids       []kernel.ID
	now       kernel.Date
	orders    int
}

const yuan = 100 // in fen

var june = kernel.On(2026, 6, 30)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), ledger: ledger.New(s.Kit), portfolio: portfolio.New(s.Kit), approvals: approval.New(s.Kit), now: june}
		g.Service.today = func() kernel.Date { return g.now }
		for i := range 2 {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1)}}
			must(s, account.New(s.Kit).Open(s.As("rep"), a...))
			g.ids = append(g.ids, a[0].ID)
		}
		g.sell(0, kernel.On(2024, 6, 1), 10_000)    // two years ago
		g.sell(0, kernel.On(2025, 3, 1), 2_000_000) // a year ago: + 30 %
		g.sell(0, kernel.On(2026, 3, 1), 2_600_000) // 25.6 % of it are left
		g.sell(1, june, 60_000_000)                 // much, but nobody has judged him
		f(g)
	})
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// sell books an order of so many yuan, of which 74.4 % are cost.
func (g *ground) sell(i int, on kernel.Date, amount int64) {
	g.Helper()
	g.orders++
	ctx := g.As("director")
	lines := []ledger.Line{{Account: g.ids[i], Order: fmt.Sprint("O", g.orders), Product: "P1", On: on, Quantity: kernel.Whole(1),
		Price: kernel.Whole(amount), Amount: amount * yuan, Cost: amount * yuan / 1000 * 744, Costed: true}}
	b, err := g.ledger.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	must(g.Stage, err)
	tally := ledger.NewTally()
	tally.Line(&lines[0])
	o, err := g.ledger.BookLines(ctx, b.ID, lines)
	must(g.Stage, err)
	_, err = g.ledger.Publish(ctx, b.ID, o, nil)
	must(g.Stage, err)
}

// judged are the ratings with which the scorecard of the first customer is 86:
// finance 85.3 (a margin of 25.6 %), sales 68 (52 for the amount, 100 for the
// growth), customer and service 100.
var judged = []struct {
	kind  string
	value int64
}{{portfolio.Demand, 13_000_000 * yuan}, {portfolio.Influence, 5}, {portfolio.Standing, 5}, {portfolio.Satisfaction, 95}, {portfolio.Loyalty, 5}}

// judge gives the first so many of the ratings.
func (g *ground) judge(i, n int) {
	g.Helper()
	ctx := g.As("director")
	for _, one := range judged[:n] {
		old, err := g.portfolio.Estimate(ctx, g.ids[i], one.kind)
		must(g.Stage, err)
		_, err = g.portfolio.Judge(ctx, portfolio.Estimate{Account: g.ids[i], Kind: one.kind, Version: old.Version, Value: one.value,
			Evidence: "年度客户评审", Expires: kernel.Today().Add(999)})
		must(g.Stage, err)
	}
}

// evaluate runs an evaluation and returns the open proposals about cards.
func (g *ground) evaluate(asOf kernel.Date) (open []evaluation.Listed) {
	g.Helper()
	_, err := g.evaluations.Evaluate(g.As("director"), asOf, func(int64, int64) {})
	must(g.Stage, err)
	p, err := g.evaluations.List(g.As("director"), evaluation.Which{State: evaluation.Open, Model: evaluation.Membership, Limit: 50})
	must(g.Stage, err)
	return p.Rows
}

func (g *ground) decide(role string, p evaluation.Listed, approve bool) error {
	_, err := g.approvals.Decide(g.As(role), approval.Verdict{ID: p.ID, Version: p.Version, Approve: approve, Reason: "看过"})
	return err
}

// hold lets the first customer hold the card of the example.
func (g *ground) hold() Sheet {
	g.Helper()
	g.judge(0, len(judged))
	open := g.evaluate(june)
	if len(open) != 1 {
		g.Fatalf("proposals: %+v", open)
	}
	must(g.Stage, g.decide("director", open[0], true))
	return g.sheet("rep", 0)
}

func (g *ground) sheet(role string, i int) Sheet {
	g.Helper()
	sheet, err := g.Sheet(g.As(role), g.ids[i])
	must(g.Stage, err)
	return sheet
}

// M19 (e): 2,600,000, 86 points, 2 years: gold. Nobody holds a card before
// somebody has approved it, not even by the first evaluation.
func TestM19ACardIsGivenByDecisionAlone(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(0, len(judged))
		open := g.evaluate(june)
		if len(open) != 1 || open[0].Account != g.ids[0] || open[0].Was != "" || open[0].Becomes != Gold || open[0].Why.Result != "membership.gold" || len(open[0].Effects) == 0 {
			g.Fatalf("%+v", open)
		}
		if sheet := g.sheet("rep", 0); sheet.Card != nil || sheet.Due != Gold || sheet.Lift.To != "platinum" {
			g.Fatalf("before anybody decided: %+v", sheet)
		}
		if g.decide("rep", open[0], true) == nil {
			g.Error("the owner decided about his own account")
		}
		must(g.Stage, g.decide("manager", open[0], true))
		sheet := g.sheet("rep", 0)
		c := sheet.Card
		if c == nil || c.Level != Gold || c.From != june || c.Until != kernel.On(2027, 6, 29) || c.Response != 4 || !c.Dedicated ||
			c.Credit != kernel.Micro(1_150_000) || c.Events != 4 || c.Seats != 5 || c.By != g.User("manager").ID || c.Approval != open[0].ID {
			g.Fatalf("%+v", c)
		}
		if l := sheet.Lift; l.To != "platinum" || l.Met != 1 || l.Criteria[1].Have < 85.99 || l.Criteria[1].Have > 86.01 || l.Criteria[2].Have != 2 {
			g.Errorf("to the next card: %+v", l)
		}
		if again := g.evaluate(june.Add(1)); len(again) != 0 {
			g.Errorf("proposed again: %+v", again)
		}
	})
}

func TestACardIsNeverGivenOnAnUnfinishedScorecard(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(0, 2) // sales and years alone make silver, but the points could make it gold
		if open := g.evaluate(june); len(open) != 0 {
			g.Fatalf("%+v", open)
		}
		sheet := g.sheet("rep", 0)
		if !sheet.Open || sheet.Lift.Criteria[1].Have.Known() {
			g.Errorf("%+v, %+v", sheet, sheet.Lift)
		}
		if other := g.sheet("rep", 1); other.Due != "" || other.Lift.Key {
			g.Errorf("who is no key account: %+v", other)
		}
	})
}

func TestNobodyUsesMoreThanIsLeft(t *testing.T) {
	each(t, func(g *ground) {
		g.hold()
		ctx := g.As("rep")
		first, err := g.Use(ctx, g.ids[0], Use{Benefit: Seats, Number: 3, Note: "三月培训,李女士等三人"})
		must(g.Stage, err)
		refusals := map[string]Use{
			"three of the two that are left": {Benefit: Seats, Number: 3, Note: "四月培训"},
			"none":                           {Benefit: Seats, Number: 0, Note: "四月培训"},
			"for nobody":                     {Benefit: Seats, Number: 1, Note: " "},
			"tomorrow":                       {Benefit: Seats, Number: 1, Note: "四月培训", On: june.Add(1)},
			"before it was given":            {Benefit: Seats, Number: 1, Note: "四月培训", On: june.Add(-1)},
			"something else":                 {Benefit: "credit", Number: 1, Note: "四月培训"},
		}
		for name, u := range refusals {
			if _, err := g.Use(ctx, g.ids[0], u); err == nil {
				g.Errorf("%s was accepted", name)
			}
		}
		reply := g.Do("rep", "POST", "/api/accounts/"+g.ids[0].String()+"/card/uses", `{"benefit":"seats","number":3,"on":"","note":"四月培训"}`)
		if reply.Code != 409 {
			g.Errorf("%d %s", reply.Code, reply.Body)
		}
		if _, err := g.Use(ctx, g.ids[0], Use{Benefit: Seats, Number: 2, Note: "四月培训两人"}); err != nil {
			g.Error(err)
		}
		back, err := g.TakeBack(ctx, first.ID)
		if err != nil || back.Back != june {
			g.Errorf("%+v, %v", back, err)
		}
		if _, err := g.TakeBack(ctx, first.ID); err == nil {
			g.Error("taken back twice")
		}
		sheet := g.sheet("rep", 0)
		if sheet.Card.Left(Seats) != 3 || sheet.Card.Left(Events) != 4 || len(sheet.Uses) != 2 || sheet.Uses[1].Back != june || sheet.Uses[0].By != g.User("rep").ID {
			g.Errorf("%+v", sheet)
		}
		if _, err := g.Use(ctx, g.ids[1], Use{Benefit: Seats, Number: 1, Note: "四月培训"}); err == nil {
			g.Error("who holds no card uses one")
		}
	})
}

func TestACardExpiresAndIsRenewedByWhoLeads(t *testing.T) {
	each(t, func(g *ground) {
		c := g.hold().Card
		if err := g.Renew(g.As("manager"), g.ids[0]); err == nil {
			g.Error("renewed on its first day")
		}
		g.now = c.Until.Add(-10)
		if sheet := g.sheet("manager", 0); !sheet.Renew {
			g.Errorf("%+v", sheet)
		}
		must(g.Stage, g.Renew(g.As("manager"), g.ids[0]))
		if err := g.Renew(g.As("manager"), g.ids[0]); err == nil {
			g.Error("renewed twice")
		}
		g.now = c.Until.Add(1)
		must(g.Stage, g.Expire(g.As("director")))
		next := g.sheet("rep", 0)
		if next.Card == nil || next.Card.From != g.now || next.Card.Events != 4 || next.Card.EventsUsed != 0 || len(next.Past) != 1 {
			g.Fatalf("%+v", next)
		}
		g.now = next.Card.Until.Add(1)
		must(g.Stage, g.Expire(g.As("director")))
		if last := g.sheet("rep", 0); last.Card != nil || len(last.Past) != 2 {
			g.Fatalf("nobody renewed it: %+v", last)
		}
		if open := g.evaluate(june.Add(2)); len(open) != 1 || open[0].Becomes != Gold {
			g.Errorf("it is proposed again: %+v", open)
		}
	})
}

func TestWhatIsTakenBackBringsTheCardBefore(t *testing.T) {
	each(t, func(g *ground) {
		gold := g.hold().Card
		_, err := g.Use(g.As("rep"), g.ids[0], Use{Benefit: Events, Number: 1, Note: "年会,王总"})
		must(g.Stage, err)
		_, err = g.evaluations.Set(g.As("director"), evaluation.Set{Account: g.ids[0], Model: evaluation.Membership, Class: Platinum, Reason: "战略合作一年"})
		must(g.Stage, err)
		if c := g.sheet("rep", 0).Card; c.Level != Platinum || c.Events != 6 {
			g.Fatalf("%+v", c)
		}
		must(g.Stage, g.evaluations.Unset(g.As("director"), g.ids[0], evaluation.Membership))
		sheet := g.sheet("rep", 0)
		if sheet.Card == nil || sheet.Card.ID != gold.ID || sheet.Card.EventsUsed != 1 || len(sheet.Past) != 1 {
			g.Errorf("%+v", sheet)
		}
	})
}

// A card adds to what one account has; of the others nothing changes.
func TestACardTakesNothingFromOthers(t *testing.T) {
	each(t, func(g *ground) {
		before := g.sheet("director", 1)
		g.hold()
		after := g.sheet("director", 1)
		if fmt.Sprint(before.Card, before.Past, before.Uses) != fmt.Sprint(after.Card, after.Past, after.Uses) {
			g.Errorf("%+v became %+v", before, after)
		}
		list, err := g.List(g.As("director"), Which{Limit: 50})
		must(g.Stage, err)
		if len(list.Rows) != 1 || list.Counts[1].Level != Gold || list.Counts[1].Count != 1 || list.Counts[0].Count+list.Counts[2].Count != 0 {
			g.Errorf("%+v", list)
		}
	})
}

func TestCardsAreSeenByWhoMay(t *testing.T) {
	each(t, func(g *ground) {
		g.hold()
		for role, want := range map[string]int{"rep": 1, "manager": 1, "director": 1, "other": 0} {
			list, err := g.List(g.As(role), Which{Limit: 50})
			badges, wrong := g.Badges(g.As(role))
			if err != nil || wrong != nil || len(list.Rows) != want || len(badges) != want {
				g.Errorf("%s sees %d cards, %d badges, %v, %v", role, len(list.Rows), len(badges), err, wrong)
			}
		}
		if _, err := g.Sheet(g.As("other"), g.ids[0]); err == nil {
			g.Error("another rep sees the card")
		}
		if _, err := g.Use(g.As("other"), g.ids[0], Use{Benefit: Seats, Number: 1, Note: "四月培训"}); err == nil {
			g.Error("another rep uses the card")
		}
	})
}

func TestACardGoesWithAMergeAndComesBack(t *testing.T) {
	each(t, func(g *ground) {
		gold := g.hold().Card
		accounts := account.New(g.Kit)
		m, err := accounts.Merge(g.As("director"), g.ids[0], g.ids[1], nil)
		must(g.Stage, err)
		if sheet := g.sheet("director", 1); sheet.Card == nil || sheet.Card.ID != gold.ID {
			g.Fatalf("%+v", sheet)
		}
		must(g.Stage, accounts.Part(g.As("director"), m.ID))
		if sheet := g.sheet("director", 1); sheet.Card != nil {
			g.Errorf("it stayed: %+v", sheet)
		}
		if sheet := g.sheet("director", 0); sheet.Card == nil || sheet.Card.ID != gold.ID {
			g.Errorf("it did not come back: %+v", sheet)
		}
	})
}

// Points tell a margin to who knows the other answers, so a proposal does not.
func TestAProposalTellsNoPoints(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(0, len(judged))
		for _, in := range g.evaluate(june)[0].Why.Inputs {
			if in.Key == "membership.score" {
				g.Errorf("%+v", in)
			}
		}
	})
}

// Whatever is noted and taken back, in whatever order: what is used is the sum of
// what is noted and not taken back, and never more than was granted.
func TestTheLedgerAddsUp(t *testing.T) {
	each(t, func(g *ground) {
		g.hold()
		seed := rand.Uint64()
		dice, ctx := rand.New(rand.NewPCG(seed, 1)), g.As("rep")
		for range 30 {
			before := g.sheet("rep", 0)
			if n := len(before.Uses); n > 0 && dice.IntN(3) == 0 {
				_, _ = g.TakeBack(ctx, before.Uses[dice.IntN(n)].ID) // a second time it is refused
			} else {
				u := Use{Benefit: []string{Events, Seats}[dice.IntN(2)], Number: int64(1 + dice.IntN(3)), Note: "客户培训"}
				if _, err := g.Use(ctx, g.ids[0], u); (err == nil) != (u.Number <= before.Card.Left(u.Benefit)) {
					g.Fatalf("seed %d: %d %s of %d left: %v", seed, u.Number, u.Benefit, before.Card.Left(u.Benefit), err)
				}
			}
			after, used := g.sheet("rep", 0), map[string]int64{}
			for _, u := range after.Uses {
				if u.Back.IsZero() {
					used[u.Benefit] += u.Number
				}
			}
			if c := after.Card; used[Events] != c.EventsUsed || used[Seats] != c.SeatsUsed || c.EventsUsed > c.Events || c.SeatsUsed > c.Seats {
				g.Fatalf("seed %d: %+v, %v", seed, c, used)
			}
		}
	})
}
