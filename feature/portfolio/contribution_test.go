package portfolio

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/contribution"
	"erba/analysis/effort"
	"erba/analysis/null"
	"erba/kernel"
)

// inJune is the question of the twelve months up to June 2026.
var inJune = Ask{AsOf: kernel.On(2026, 6, 30)}

// viewOf is everybody's view of some accounts with what was put into them and
// what they owe.
func viewOf(accounts []Account, months []Month, spent []Spent, claims *Claims) *View {
	c := columnsOf(accounts, months)
	c.money.spent = c.money.spent.With(spent)
	if claims != nil {
		c.money.claims = claims
	}
	return evaluate(inJune.settled(c.Until), Setting{Version: initial, Config: Default()}, c, (&Judgements{}).beside(c), nil, nil).view(Filter{}, nil, nil)
}

func crew(n int) (all []Account) {
	for range n {
		all = append(all, Account{ID: kernel.NewID(), Code: "K", Name: "K"})
	}
	return all
}

// amountsOf are the parts by their names, those that nobody knows left out.
func amountsOf(parts []Part) map[string]int64 {
	all := map[string]int64{}
	for _, p := range parts {
		if p.Amount != nil {
			all[p.Name] = *p.Amount
		}
	}
	return all
}

const may2026 = 12*2026 + 4

// The worked example of the specification: 300,000 − 40,000 − 50,000 − 12,000.
func TestM26ThroughThePortfolio(t *testing.T) {
	one := crew(1)
	day := kernel.On(2025, 7, 1).Ordinal()
	claims := NewClaims([]kernel.ID{one[0].ID}, [][]Claim{{{Issued: day, Amount: 200_000_00, Settled: day + 365}}}, 0)
	money, _ := inMoney("freight")
	hours, _ := inHours("service", "service")
	rebate, _ := inMoney("rebate")
	v := viewOf(one, []Month{{Account: one[0].ID, Number: may2026, Sales: 1_000_000_00, Cost: 700_000_00, Orders: 1, Lines: 1, First: 1, Last: 1}},
		[]Spent{{one[0].ID, may2026, money, 16_000_00}, {one[0].ID, may2026, rebate, 50_000_00}, {one[0].ID, may2026, hours, 200_000_000}}, claims)
	b := v.Balance(0)
	want := map[string]int64{"sales": 1_000_000_00, "goods": -700_000_00, "gross": 300_000_00, "service": -24_000_00, "freight": -16_000_00,
		"rebate": -50_000_00, "credit_within": -12_000_00, "credit_overdue": 0, "contribution": 198_000_00}
	if got := amountsOf(b.Parts); !mapsEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if b.Grade != "A" || b.Why.Model != "M26" || b.Blank {
		t.Errorf("grade %q by %s, blank %v", b.Grade, b.Why.Model, b.Blank)
	}
	own := v.indicators(0, wholeMonth(v.Ask.AsOf))
	if own[1] != 198_000_00 || own[11] != 0.04 {
		t.Errorf("the scorecard is told a contribution of %v and a cost of service of %v", own[1], own[11])
	}
}

func mapsEqual(a, b map[string]int64) bool {
	for name, v := range a {
		if w, ok := b[name]; !ok || v != w {
			return false
		}
	}
	return len(a) == len(b)
}

// What nobody has recorded is said, and is no zero: neither a part of the
// contribution, nor an input, nor a field of the matrix.
func TestNoDataIsNoZero(t *testing.T) {
	all := crew(3)
	var months []Month
	for i, a := range all {
		months = append(months, Month{Account: a.ID, Number: may2026, Sales: int64(i+1) * 1000_00, Cost: int64(i+1) * 600_00, Orders: 1, Lines: 1, First: 1, Last: 1})
	}
	expense, _ := inMoney("expense")
	v := viewOf(all, months, []Spent{{all[0].ID, may2026, expense, 100_00}, {all[1].ID, may2026, expense, 10_00}}, nil)
	if b := v.Balance(2); !b.Blank || b.Effort.Quadrant != "incomplete" || b.Effort.Input != nil || b.Effort.Spent != nil || amountsOf(b.Parts)["contribution"] != 1200_00 {
		t.Errorf("of whom nothing is recorded: %+v", b)
	}
	e := v.Efforts()
	if e.Blank.Count != 1 || len(e.Ranking) != 2 || e.Ranking[0].ID != all[1].ID || *e.Ranking[0].ROI != 80 {
		t.Errorf("blank %+v, ranking %+v", e.Blank, e.Ranking)
	}
	if a := v.indicators(2, wholeMonth(v.Ask.AsOf)); a[1].Known() || a[2].Known() || a[11].Known() {
		t.Errorf("contribution %v, payment %v, cost of service %v are not known", a[1], a[2], a[11])
	}
	if c := v.Contribution(); c.Blank != 1 || c.Count != 3 || amountsOf(c.Parts)["contribution"] != 2400_00-110_00 {
		t.Errorf("together %+v", c)
	}
}

// Whatever was put in, the parts that are known sum to the contribution exactly,
// of each account and of all together.
func TestTheStepsSumToTheContribution(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		all := crew(rapid.IntRange(1, 5).Draw(r, "accounts"))
		var months []Month
		var spent []Spent
		var ids []kernel.ID
		owed := make([][]Claim, len(all))
		for i, a := range all {
			ids = append(ids, a.ID)
			if rapid.Bool().Draw(r, "sells") {
				months = append(months, Month{Account: a.ID, Number: may2026, Sales: rapid.Int64Range(0, 1e9).Draw(r, "sales"), Cost: rapid.Int64Range(0, 1e9).Draw(r, "cost"), Orders: 1, Lines: 1, First: 1, Last: 1})
			}
			for range rapid.IntRange(0, 6).Draw(r, "entries") {
				spent = append(spent, Spent{a.ID, int16(may2026 - rapid.IntRange(0, 14).Draw(r, "ago")), Slot(rapid.IntRange(0, slots-1).Draw(r, "slot")), rapid.Int64Range(-1e7, 1e9).Draw(r, "value")})
			}
			for range rapid.IntRange(0, 3).Draw(r, "invoices") {
				issued := kernel.On(2025, 1, 1).Ordinal() + rapid.Int32Range(0, 600).Draw(r, "issued")
				owed[i] = append(owed[i], Claim{Issued: issued, Due: issued + rapid.Int32Range(0, 60).Draw(r, "terms"), Settled: issued + rapid.Int32Range(1, 200).Draw(r, "paid"), Amount: rapid.Int64Range(-1e6, 1e9).Draw(r, "amount")})
			}
		}
		v := viewOf(all, months, spent, NewClaims(ids, owed, 0))
		sum := func(parts []Part) (costs, reached int64, known bool) {
			for _, p := range parts {
				switch {
				case p.Amount == nil:
				case p.Kind == "cost" || p.Name == "sales":
					costs += *p.Amount
				case p.Name == "contribution":
					reached, known = *p.Amount, true
				}
			}
			return costs, reached, known
		}
		total := int64(0)
		for row := range all {
			costs, reached, known := sum(v.Balance(int32(row)).Parts)
			if known && costs != reached {
				r.Fatalf("account %d: parts sum to %d, it contributes %d", row, costs, reached)
			}
			if total += reached; !known && reached != 0 {
				r.Fatal("a contribution of nothing")
			}
		}
		if costs, reached, known := sum(v.Contribution().Parts); known && (costs != reached || reached != total) {
			r.Fatalf("all: parts sum to %d, they contribute %d, one by one %d", costs, reached, total)
		}
	})
}

// What is owed on average is what is owed on each day, divided by the days.
func TestWhatIsOwedIsOwedDayByDay(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		from := kernel.On(2025, 7, 1).Ordinal()
		to := from + rapid.Int32Range(0, 400).Draw(r, "days")
		var rows []Claim
		for range rapid.IntRange(1, 4).Draw(r, "invoices") {
			one := Claim{Issued: from + rapid.Int32Range(-100, 400).Draw(r, "issued"), Amount: rapid.Int64Range(-1000, 1000).Draw(r, "amount")}
			if rapid.Bool().Draw(r, "termed") {
				one.Due = one.Issued + rapid.Int32Range(0, 60).Draw(r, "terms")
			}
			if rapid.Bool().Draw(r, "paid") {
				one.Settled = one.Issued + rapid.Int32Range(0, 200).Draw(r, "after")
			}
			rows = append(rows, one)
		}
		within, overdue := int64(0), int64(0)
		for day := from; day <= to; day++ {
			for _, c := range rows {
				switch {
				case c.Issued > day || c.Settled != 0 && c.Settled <= day:
				case c.Due != 0 && c.Due < day:
					overdue += c.Amount
				default:
					within += c.Amount
				}
			}
		}
		got, days := outstanding(rows, from, to), null.Of(to-from+1)
		if got.Within != null.Of(within)/days || got.Overdue != null.Of(overdue)/days {
			r.Fatalf("%+v gives %+v, day by day %v and %v", rows, got, within, overdue)
		}
	})
}

// Who pays in time is told by amount, of what fell due.
func TestPunctuality(t *testing.T) {
	day := kernel.On(2026, 1, 1).Ordinal()
	rows := []Claim{{Issued: day, Due: day + 30, Settled: day + 30, Amount: 300}, {Issued: day, Due: day + 30, Settled: day + 31, Amount: 100},
		{Issued: day, Due: day + 40, Amount: 100}, {Issued: day, Due: day + 500, Amount: 900}, {Issued: day, Settled: day, Amount: 50}}
	if got := outstanding(rows, day, day+100).Punctual; got != 0.6 {
		t.Errorf("%v, want 300 of 500", got)
	}
}

// A refresh by what changed is a load of everything.
func TestSpendingsRefreshAsTheyLoad(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		all := crew(4)
		draw := func(say string) (rows []Spent) {
			for _, a := range all {
				for range rapid.IntRange(0, 3).Draw(r, say) {
					rows = append(rows, Spent{a.ID, int16(rapid.IntRange(1, 3).Draw(r, "month")), 0, rapid.Int64Range(0, 2).Draw(r, "value")})
				}
			}
			return rows
		}
		first, second := draw("first"), draw("second")
		got := (&Spendings{}).With(nil).With(first).With(second)
		kept := slices.DeleteFunc(slices.Clone(first), func(s Spent) bool {
			return slices.ContainsFunc(second, func(n Spent) bool { return n.Account == s.Account })
		})
		merged := append(kept, second...)
		slices.SortStableFunc(merged, func(a, b Spent) int { return a.Account.Compare(b.Account) })
		want := (&Spendings{}).With(merged)
		if !slices.Equal(got.ids, want.ids) || !slices.Equal(got.value, want.value) || !slices.Equal(got.month, want.month) || !slices.Equal(got.start, want.start) {
			r.Fatalf("%+v, want %+v", got, want)
		}
	})
}

// Hours cost what the class of person costs, in whole minor units.
func TestHoursCostByTheClassOfPerson(t *testing.T) {
	cfg := effort.Default()
	a := crew(1)[0].ID
	var spent []Spent
	for _, person := range costPersons {
		slot, _ := inHours("visit", person)
		spent = append(spent, Spent{a, may2026, slot, 1_500_000})
	}
	b := (&Spendings{}).With(spent).bill(0, may2026, ratesOf(&cfg))
	if got := b.of(0); got != 1.5*(200_00+120_00+200_00+400_00) {
		t.Errorf("an hour and a half of each cost %v", got)
	}
	if rounded(333_333, 100) != 33 || rounded(5_000, 100) != 1 {
		t.Error("parts of an hour are not rounded half up")
	}
	if c := contribution.Default(); c.Rate != 0.06 {
		t.Error(c.Rate)
	}
}
