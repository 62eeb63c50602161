package goal

import (
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"

	rules "erba/analysis/goal"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, portfolio.Feature, Feature}

var june = kernel.On(2026, 6, 30)

// ground is a company of two customers of the rep's, of which the first has
// bought for 20 × 10,000, and one of somebody else's.
type ground struct {
	*apptest.Stage
	*Service
	ids []kernel.ID
}

const wan = 10_000_00 // 10,000 yuan in fen

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		for i, role := range []string{"rep", "rep", "other"} {
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1)}}
			g.must(account.New(s.Kit).Open(s.As(role), a...))
			g.ids = append(g.ids, a[0].ID)
		}
		g.sell(0, 20*wan)
		g.sell(2, 60*wan)
		f(g)
	})
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func (g *ground) sell(i int, minor int64) {
	g.Helper()
	ctx, led := g.As("director"), ledger.New(g.Kit)
	lines := []ledger.Line{{Account: g.ids[i], Order: fmt.Sprint("O", i, minor), Product: "P1", On: june, Quantity: kernel.Whole(1),
		Price: kernel.Whole(minor / 100), Amount: minor}}
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	g.must(err)
	ledger.NewTally().Line(&lines[0])
	o, err := led.BookLines(ctx, b.ID, lines)
	g.must(err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	g.must(err)
}

// wallet says what a customer buys in all.
func (g *ground) wallet(role string, i int, minor int64) error {
	old, err := portfolio.New(g.Kit).Estimate(g.As(role), g.ids[i], portfolio.Demand)
	g.must(err)
	_, err = g.Fill(g.As(role), Purse{Account: g.ids[i], Value: &minor, Quality: portfolio.Told, Evidence: "采购负责人面谈",
		Expires: kernel.Today().Add(300), Version: old.Version})
	return err
}

func (g *ground) sheet(role string, i int) Sheet {
	g.Helper()
	s, err := g.Sheet(g.As(role), g.ids[i], 2026)
	g.must(err)
	return s
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func TestTheWorkedExampleOnAnAccount(t *testing.T) {
	each(t, func(g *ground) {
		g.must(g.wallet("rep", 0, 21*wan))
		if _, err := g.Set(g.As("rep"), Goal{Account: g.ids[0], Year: 2026, Amount: new(int64(18 * wan))}); key(err) != "goal.needs_share" {
			g.Errorf("among three it is a large one, and a sum alone was taken: %v", err)
		}
		set, err := g.Set(g.As("rep"), Goal{Account: g.ids[0], Year: 2026, Amount: new(int64(18 * wan)), Chosen: rules.Absolute, Reason: "几乎全部从我方采购"})
		if err != nil || set.Version != 1 {
			g.Fatalf("%+v, %v", set, err)
		}
		s := g.sheet("rep", 0)
		if r := s.Row; *r.Share < 0.9523 || *r.Share > 0.9524 || *r.Attainment < 1.1110 || *r.Attainment > 1.1112 || r.Colour != rules.Green || *r.Space != wan {
			g.Errorf("%+v", r)
		}
		if s.Row.Wallet.Quality != portfolio.Told || s.Row.Wallet.By != "rep" || s.Row.Wallet.Evidence == "" || s.Row.Wallet.Stale {
			g.Errorf("%+v", s.Row.Wallet)
		}
		if s.Why.Rule != "goal.rule_chosen_absolute" || s.Why.Result != "goal.colour_green" {
			g.Errorf("%+v", s.Why)
		}
	})
}

func TestAWalletSmallerThanOurSalesIsRefusedOrFlagged(t *testing.T) {
	each(t, func(g *ground) {
		if err := g.wallet("rep", 0, 19*wan); key(err) != "goal.small_wallet" {
			g.Fatalf("refused with %v", err)
		}
		if e, err := portfolio.New(g.Kit).Estimate(g.As("rep"), g.ids[0], portfolio.Demand); err != nil || e.Version != 0 {
			g.Errorf("something was kept: %+v, %v", e, err)
		}
		g.must(g.wallet("rep", 0, 21*wan))
		g.sell(0, 2*wan)
		if r := g.sheet("rep", 0).Row; !r.Fault || r.Share != nil || r.Space != nil {
			g.Errorf("sold more meanwhile: %+v", r)
		}
		list, err := g.List(g.As("rep"), Which{Year: 2026, Show: "fault", Limit: 10})
		if err != nil || list.Count != 1 || list.Total.Faults != 1 {
			g.Errorf("%+v, %v", list, err)
		}
	})
}

func TestWhatIsNoGoal(t *testing.T) {
	each(t, func(g *ground) {
		tests := map[string]struct {
			goal Goal
			want string
		}{
			"neither a sum nor a share":            {Goal{}, "goal.empty"},
			"a sum below zero":                     {Goal{Amount: new(int64(-1))}, "goal.bad_amount"},
			"more than all":                        {Goal{Share: new(int64(10_001))}, "goal.bad_share"},
			"another metric without a reason":      {Goal{Share: new(int64(1000)), Chosen: rules.Share}, "goal.no_reason"},
			"a metric for which there is no goal":  {Goal{Amount: new(int64(1)), Chosen: rules.Share, Reason: "客户只看份额"}, "goal.needs_share"},
			"a share where the tier asks for sums": {Goal{Share: new(int64(1000))}, "goal.needs_amount"},
			"an account of somebody else's":        {Goal{Account: g.ids[2], Amount: new(int64(1))}, "db.missing"},
			"over a version that nobody has read":  {Goal{Amount: new(int64(1)), Version: 3}, "db.stale"},
		}
		for name, tt := range tests {
			one := tt.goal
			if one.Year = 2026; one.Account.IsZero() {
				one.Account = g.ids[0]
			}
			if _, err := g.Set(g.As("rep"), one); key(err) != tt.want {
				g.Errorf("%s: %v", name, err)
			}
		}
		if s := g.sheet("rep", 0); s.Row.Goal.Version != 0 {
			g.Errorf("something was kept: %+v", s.Row.Goal)
		}
	})
}

func TestAGoalIsChangedByWhoHasReadItAndTakenBack(t *testing.T) {
	each(t, func(g *ground) {
		one, err := g.Set(g.As("rep"), Goal{Account: g.ids[0], Year: 2026, Amount: new(int64(18 * wan))})
		g.must(err)
		one.Chosen, one.Share, one.Reason = rules.Share, new(int64(5000)), "客户要求按份额考核"
		two, err := g.Set(g.As("manager"), one)
		if err != nil || two.Version != 2 || two.Chosen != rules.Share {
			g.Fatalf("%+v, %v", two, err)
		}
		if _, err := g.Set(g.As("rep"), one); key(err) != "db.stale" {
			g.Errorf("the loser was told %v", err)
		}
		if s := g.sheet("rep", 0); s.Row.Primary != rules.Share || s.Why.Rule != "goal.rule_no_wallet" {
			g.Errorf("%+v", s)
		}
		if err := g.Drop(g.As("rep"), g.ids[0], 2026, 1); key(err) != "db.stale" {
			g.Errorf("dropped blindly: %v", err)
		}
		g.must(g.Drop(g.As("rep"), g.ids[0], 2026, 2))
		if err := g.Drop(g.As("rep"), g.ids[0], 2026, 2); key(err) != "db.stale" {
			g.Errorf("dropped twice: %v", err)
		}
	})
}

func TestGoalsAreProposedFromHistoryAdjustedAndAccepted(t *testing.T) {
	each(t, func(g *ground) {
		for i, influence := range []int64{4, 2} { // classes need judgements
			g.must(g.wallet("director", 2*i, 100*wan))
			_, err := portfolio.New(g.Kit).Judge(g.As("director"), portfolio.Estimate{Account: g.ids[2*i], Kind: portfolio.Influence, Value: influence,
				Evidence: "年度客户评审", Expires: kernel.Today().Add(300)})
			g.must(err)
		}
		unset, asked, err := g.Unset(g.As("director"))
		if err != nil || asked == 0 || len(unset) != asked {
			g.Fatalf("%v of %d, %v", unset, asked, err)
		}
		p, err := g.Propose(g.As("director"), Trial{Year: 2026, Growth: 10, Points: 5})
		if err != nil || len(p.Rows)+p.Silent != asked {
			g.Fatalf("%+v, %v", p, err)
		}
		shares := map[kernel.ID]float64{}
		seq, err := g.Shares(g.As("director"))
		g.must(err)
		maps.Insert(shares, seq)
		if len(shares) != 2 || shares[g.ids[0]] != 0.2 || shares[g.ids[2]] != 0.6 {
			g.Errorf("shares are %v", shares)
		}
		var all []Goal
		for _, r := range p.Rows {
			if r.Sales != nil && *r.Amount != *r.Sales*11/10 || *r.Share != int64(shares[r.ID]*10_000)+500 {
				g.Errorf("proposed %+v", r)
			}
			all = append(all, Goal{Account: r.ID, Amount: r.Amount, Share: r.Share, Version: r.Version})
		}
		spoiled := append([]Goal{}, all...)
		spoiled = append(spoiled, Goal{Account: g.ids[1]})
		if n, err := g.Accept(g.As("director"), 2026, spoiled); err == nil {
			g.Errorf("%d goals were set with one that is none", n)
		}
		n, err := g.Accept(g.As("director"), 2026, all)
		if err != nil || n != len(p.Rows) {
			g.Fatalf("%d, %v", n, err)
		}
		if left, _, err := g.Unset(g.As("director")); err != nil || len(left) != p.Silent {
			g.Errorf("%v, %v", left, err)
		}
		list, err := g.List(g.As("director"), Which{Year: 2026, Limit: 10})
		if err != nil || len(list.People) == 0 || len(list.Rows) < 2 || *list.Rows[0].Space < *list.Rows[1].Space {
			g.Errorf("%+v, %v", list, err)
		}
	})
}

func TestARepSeesOnlyTheGoalsOfHisAccounts(t *testing.T) {
	each(t, func(g *ground) {
		for i, role := range []string{"rep", "", "other"} {
			if role != "" {
				_, err := g.Set(g.As(role), Goal{Account: g.ids[i], Year: 2026, Amount: new(int64(18 * wan))})
				g.must(err)
			}
		}
		mine, err := g.List(g.As("rep"), Which{Year: 2026, Limit: 10})
		if err != nil || mine.Scope != "own" || mine.Count != 1 || mine.Rows[0].ID != g.ids[0] || mine.Total.Wanted != 18*wan || len(mine.People) != 1 {
			g.Errorf("%+v, %v", mine, err)
		}
		all, err := g.List(g.As("director"), Which{Year: 2026, Limit: 10})
		if err != nil || all.Scope != "all" || all.Count != 2 || all.Total.Wanted != 36*wan {
			g.Errorf("%+v, %v", all, err)
		}
		if _, err := g.Sheet(g.As("rep"), g.ids[2], 2026); key(err) != "db.missing" {
			g.Errorf("he was told %v", err)
		}
		say := func(key string) string { return key }
		rows, err := g.Export(g.As("rep"), Which{Year: 2026}, say)
		g.must(err)
		for cells := range rows {
			if cells[0] != "C01" || strings.Contains(fmt.Sprint(cells), "C03") {
				g.Errorf("exported %v", cells)
			}
		}
	})
}

func TestGoalsGoAlongWhenAccountsAreMergedAndParted(t *testing.T) {
	each(t, func(g *ground) {
		boss := g.As("director")
		for i, year := range map[int][]int64{0: {2026}, 1: {2025, 2026}} {
			for _, y := range year {
				_, err := g.Set(boss, Goal{Account: g.ids[i], Year: y, Amount: new(int64(i+1) * wan)})
				g.must(err)
			}
		}
		m, err := account.New(g.Kit).Merge(boss, g.ids[1], g.ids[0], nil)
		g.must(err)
		check := func(when string, want ...string) {
			g.Helper()
			for i, goals := range want {
				var got []string
				for _, year := range []int64{2025, 2026} {
					if s, err := g.Sheet(boss, g.ids[i], year); err == nil && s.Row.Goal.Version > 0 {
						got = append(got, fmt.Sprint(year, "=", *s.Row.Goal.Amount/wan))
					}
				}
				if strings.Join(got, " ") != goals {
					g.Errorf("%s: account %d has %v, not %s", when, i, got, goals)
				}
			}
		}
		check("merged", "2025=2 2026=1")
		g.must(account.New(g.Kit).Part(boss, m.ID))
		check("parted", "2026=1", "2025=2 2026=2")
	})
}
