package portfolio

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/kernel"
)

// buyer is what decides about an account, whoever it is.
type buyer struct {
	sales   int64
	orders  int32
	recency int
	ratings map[string]int64
}

func drawBuyers(t *rapid.T) []buyer {
	sales := rapid.SliceOfNDistinct(rapid.Int64Range(-50, 5000), 1, 15, rapid.ID).Draw(t, "sales") // equals go by their ids
	all := make([]buyer, len(sales))
	for i := range all {
		all[i] = buyer{sales: sales[i] * wan / 10, orders: int32(rapid.IntRange(1, 9).Draw(t, "orders")),
			recency: rapid.IntRange(0, 400).Draw(t, "recency"), ratings: map[string]int64{}}
		for kind, most := range map[string]int64{Demand: 1000 * wan, Potential: 1000 * wan, Influence: 5, Standing: 5, Satisfaction: 100, Loyalty: 5} {
			if rapid.Bool().Draw(t, kind) {
				all[i].ratings[kind] = rapid.Int64Range(1, most).Draw(t, kind+" is")
			}
		}
	}
	return all
}

// said evaluates the buyers as accounts, who come in an order, and says of each
// of them, in their own, what every method says of it and why.
func said(buyers []buyer, order []int) [][]string {
	ids, months, estimates := make([]kernel.ID, len(buyers)), []Month(nil), []Estimate(nil)
	accounts := make([]Account, len(buyers))
	for place, i := range order {
		ids[i] = kernel.NewID()
		accounts[place] = Account{ID: ids[i], Code: fmt.Sprint("C", place)}
	}
	for _, i := range order {
		b, on := buyers[i], asOf.Add(-buyers[i].recency)
		_, _, day := on.Parts()
		months = append(months, Month{Account: ids[i], Number: numberOf(on), Sales: b.sales, Orders: b.orders, Lines: b.orders, First: uint8(day), Last: uint8(day)})
		for kind, v := range b.ratings {
			estimates = append(estimates, Estimate{Account: ids[i], Kind: kind, Value: v, On: asOf.Add(-10), Expires: asOf.Add(100), Evidence: "annual report"})
		}
	}
	c := (&Columns{}).With(accounts, months)
	c.Until, c.Currency, c.Revision = asOf, "CNY", 1
	v := judge(c, estimates).view(Filter{}, nil, nil)
	all := make([][]string, len(buyers))
	for row := range int32(v.Len()) {
		card := v.Card(row)
		of := slices.Index(ids, card.ID)
		for _, w := range card.Why {
			one := fmt.Sprintf("%s %s %s %v %v", w.Model, w.Result, w.Rule, w.Inputs, w.Cuts)
			var changes []string
			for _, c := range w.Changes { // their values may differ by the least sum, and so which is nearest: of equals the older account comes first
				changes = append(changes, c.Key+" "+c.Result)
			}
			slices.Sort(changes)
			all[of] = append(all[of], one+fmt.Sprint(changes))
		}
	}
	return all
}

// It does not matter who is who, nor in which order accounts were opened: what
// every method says of an account, and why, follows from what it buys and from
// what is known of it alone.
func TestWhoIsWhoChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		buyers := drawBuyers(t)
		order := make([]int, len(buyers))
		for i := range order {
			order[i] = i
		}
		want := said(buyers, order)
		for i, got := range said(buyers, rapid.Permutation(order).Draw(t, "order")) {
			if !slices.Equal(got, want[i]) {
				k := slices.IndexFunc(got, func(one string) bool { return !slices.Contains(want[i], one) })
				t.Fatalf("of %+v it is said %s", buyers[i], got[k])
			}
		}
	})
}

// remedies are the rules that say themselves what would lead to another result:
// of what is not known, or takes more than one thing, there is no nearest value.
var remedies = []string{"abc.rule_not_positive", "rfm.rule_no_orders", "value.rule_incomplete", "grade.rule_incomplete", "grade.rule_never_bought", "grade.rule_first_purchase",
	"invest.rule_incomplete", "membership.rule_no_key_account", "membership.rule_open", "contribution.rule_nothing", "contribution.rule_unknown",
	"effort.rule_incomplete", "indicator.rule_unknown", "membership.rule_criteria",
	"invest.rule_score", "register.rule_REV", // no single value alone
	"register.rule_TIER", "register.rule_GRID", "register.rule_INFL", "register.rule_STRAT", "register.rule_none"}

// Every class says what would change it: another value, or that something is
// not known yet, or the one condition that makes it.
func TestEveryClassSaysWhatWouldChangeIt(t *testing.T) {
	c := company()
	estimates := []Estimate{estimateOf(c, "C01", Potential, 1000*wan), estimateOf(c, "C02", Demand, 900*wan), estimateOf(c, "C02", Potential, 900*wan),
		estimateOf(c, "C04", Influence, 5), estimateOf(c, "C09", Potential, 10*wan), estimateOf(c, "C10", Demand, 3*wan)}
	for _, kind := range append([]string{Standing, Satisfaction, Loyalty}, matrix[:]...) {
		estimates = append(estimates, estimateOf(c, "C02", kind, 4), estimateOf(c, "C03", kind, 2))
	}
	v := judge(c, estimates).view(Filter{}, nil, nil)
	seen := map[string]bool{}
	for row := range int32(v.Len()) {
		for _, w := range v.Card(row).Why {
			seen[w.Model] = true
			if len(w.Changes) == 0 && !slices.Contains(remedies, w.Rule) {
				t.Errorf("%s of %s: %+v", w.Model, v.Account(row).Code, w.Explanation)
			}
			for _, change := range w.Changes {
				if change.Result == w.Result {
					t.Errorf("%s of %s: %+v changes nothing", w.Model, v.Account(row).Code, change)
				}
			}
		}
	}
	if len(seen) < 14 {
		t.Errorf("only %v", seen)
	}
}
