package portfolio

import (
	"testing"

	"erba/analysis/fallacy"
	"erba/platform/apptest"
)

// Ten customers of nearly the same size, with a margin of 40 %. All resources go
// to the two largest, and one of them is given thirty times what the others get.
func TestM06WithWhatIsPutIn(t *testing.T) {
	all := crew(10)
	var months []Month
	var spent []Spent
	expense, _ := inMoney("expense")
	rebate, _ := inMoney("rebate")
	for i, a := range all {
		sales := int64(1000_00 + 100*(10-i))
		months = append(months, Month{Account: a.ID, Number: may2026, Sales: sales, Cost: sales * 6 / 10, Orders: 3, Lines: 3, First: 1, Last: 9})
		put, given := int64(1_00), sales/100
		if i < 2 {
			put = 1000_00
		}
		if i == 0 {
			given = sales * 30 / 100
		}
		spent = append(spent, Spent{a.ID, may2026, expense, put}, Spent{a.ID, may2026, rebate, given})
	}
	v := viewOf(all, months, spent, nil)
	found := map[string]Finding{}
	for _, f := range v.Mistakes(true).Findings {
		found[f.Detector] = f
	}
	if f := found[fallacy.Favours]; f.State != "yes" || f.Count != 1 {
		t.Errorf("favours: %+v", f)
	}
	if f := found[fallacy.Neglect]; f.State != "yes" || !f.Inputs[0].Known || f.Inputs[0].Value > 0.10 {
		t.Errorf("neglect: %+v", f)
	}
	for _, f := range v.Mistakes(false).Findings { // who is not told margins is told nothing of it
		if f.Detector == fallacy.Favours && f.State != "open" || f.Detector == fallacy.Neglect && f.Inputs[0].Known {
			t.Errorf("%s tells who may not know: %+v", f.Detector, f)
		}
	}
}

// The largest order is asked of the ledger, for those key accounts that have so
// few that it may carry all: in TD-10 whoever has one order, or two of which one
// is a fen.
func TestM06AsksTheLedgerForTheLargestOrder(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		_, err := st.Since(s.As("director"), st.ids[7], asOf) // who has one order and is none by its size
		must(s, err)
		v, err := st.view(s.As("director"), toJune, Filter{})
		must(s, err)
		want := 0 // the one that was entered
		for i, c := range td10 {
			if row := v.Row(st.ids[i]); c.many <= 2 && c.many > 0 && v.bySales.key(row) && v.trend(row, wholeMonth(asOf), Net).now > 0 {
				want++
			}
		}
		if want != 1 {
			s.Fatalf("%d have few orders", want)
		}
		found, err := st.Mistakes(s.As("director"), toJune, Filter{})
		must(s, err)
		f := found.Findings[2]
		if f.Detector != fallacy.BigTicket || f.Count != want || f.State != map[bool]string{true: "yes", false: "no"}[want > 0] {
			s.Errorf("%+v, want %d", f, want)
		}
		m, err := st.Members(s.As("director"), toJune, Filter{}, inMistake, fallacy.BigTicket, Page{Limit: 20})
		if must(s, err); m.Count != want {
			s.Errorf("behind it are %d, want %d", m.Count, want)
		}
	})
}
