package portfolio

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/kernel"
)

// crowdOf makes accounts with about so many months each, some with returns.
func crowdOf(accounts, months int, seed uint64) ([]Account, []Month) {
	r := rand.New(rand.NewPCG(seed, 1))
	all := make([]Account, accounts)
	var rows []Month
	for i := range all {
		all[i] = Account{ID: kernel.NewID(), Code: "K", Region: "East"}
		for m := range 24 {
			if r.IntN(24) >= months {
				continue
			}
			row := Month{Account: all[i].ID, Number: numberOf(kernel.On(2024, 7, 1)) + int32(m), Sales: int64(1+r.IntN(1000)) * int64(1+r.IntN(1000)),
				Orders: int32(1 + r.IntN(4)), Lines: int32(4 + r.IntN(9)), First: 3, Last: uint8(3 + r.IntN(20))}
			row.Cost = row.Sales * 7 / 10
			if r.IntN(30) == 0 {
				row.Returns, row.Returned = -row.Sales/10, -row.Cost/10
			}
			rows = append(rows, row)
		}
	}
	return all, rows
}

func columnsOf(accounts []Account, months []Month) *Columns {
	c := (&Columns{}).With(accounts, months)
	c.Until = asOf
	return c
}

// A refresh by what changed gives the same columns as loading everything anew.
func TestARefreshIsALoad(t *testing.T) {
	accounts, months := crowdOf(3*span+10, 3, 1)
	r := rand.New(rand.NewPCG(2, 2))
	tests := map[string]struct {
		accounts []Account // that are new
		touched  func(i int) bool
	}{
		"nothing":                      {nil, func(int) bool { return false }},
		"one account":                  {nil, func(i int) bool { return i == 7 }},
		"some accounts":                {nil, func(int) bool { return r.IntN(500) == 0 }},
		"all accounts":                 {nil, func(int) bool { return true }},
		"new ones at the end":          {accounts[3*span:], func(i int) bool { return i >= 3*span }},
		"new ones between":             {accounts[100:300], func(i int) bool { return i >= 100 && i < 300 }},
		"new ones with nothing booked": {accounts[3*span:], func(int) bool { return false }},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var news, before, after []Month
			isNew := map[kernel.ID]bool{}
			for _, a := range tt.accounts {
				isNew[a.ID] = true
			}
			for i, a := range accounts {
				own := monthsOf(months, a.ID)
				if tt.touched(i) {
					changed := slices.Clone(own)
					for j := range changed {
						changed[j].Sales++
					}
					news, after = append(news, changed...), append(after, changed...)
				} else if !isNew[a.ID] {
					after = append(after, own...)
				}
				if !isNew[a.ID] {
					before = append(before, own...)
				}
			}
			old := slices.DeleteFunc(slices.Clone(accounts), func(a Account) bool { return isNew[a.ID] })
			got, want := columnsOf(old, before).With(tt.accounts, news), columnsOf(accounts, after)
			if !reflect.DeepEqual(got.accounts, want.accounts) {
				t.Fatal("other accounts")
			}
			for row := range accounts {
				a, b := got.blocks[row/span].of(row%span, accounts[row].ID), want.blocks[row/span].of(row%span, accounts[row].ID)
				if !slices.Equal(a, b) {
					t.Fatalf("row %d has %v, want %v", row, a, b)
				}
			}
		})
	}
}

// However accounts come and change, their order by name is that of a sort.
func TestNamesStayInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, c := map[kernel.ID]Account{}, &Columns{}
		var ids []kernel.ID
		for range 40 {
			ids = append(ids, kernel.NewID())
		}
		for range rapid.IntRange(1, 5).Draw(t, "refreshes") {
			var news []Account
			for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(ids)-1), 0, 9, rapid.ID).Draw(t, "accounts") {
				a := Account{ID: ids[i], SortKey: rapid.StringMatching("[ab]{0,3}").Draw(t, "key")}
				news, all[a.ID] = append(news, a), a
			}
			slices.SortFunc(news, func(a, b Account) int { return a.ID.Compare(b.ID) })
			c = c.With(news, nil)
			want := slices.SortedFunc(maps.Values(all), func(a, b Account) int {
				return cmp.Or(cmp.Compare(a.SortKey, b.SortKey), a.ID.Compare(b.ID))
			})
			for place, a := range want {
				if down := len(want) - 1 - place; c.accounts[c.names.rows[place]].ID != a.ID || c.backward.rows[down] != c.names.rows[place] {
					t.Fatalf("place %d holds another account than %v", place, a)
				}
			}
		}
	})
}

func monthsOf(months []Month, id kernel.ID) []Month {
	own, _ := split(months, id)
	return own
}

func TestAMonthOfWhichNothingIsLeftGoes(t *testing.T) {
	c := company()
	c = c.With(nil, []Month{{Account: c.accounts[0].ID, Number: 24317}})
	if months := c.blocks[0].of(0, c.accounts[0].ID); len(months) != 0 {
		t.Errorf("still there: %v", months)
	}
}

// line is one order of one account, by which windows are checked.
type line struct {
	row          int
	on           kernel.Date
	amount, cost int64
	isReturn     bool
}

// A window over columns and edges is the window over lines, for any days.
func TestAWindowOverColumnsIsTheWindowOverLines(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	accounts, _ := crowdOf(50, 0, 4)
	var lines []line
	for row := range accounts {
		for range r.IntN(40) {
			l := line{row: row, on: kernel.On(2024, 1, 1).Add(r.IntN(900)), amount: int64(r.IntN(10_000)), isReturn: r.IntN(5) == 0}
			l.cost = l.amount / 2
			if l.isReturn {
				l.amount, l.cost = -l.amount, -l.cost
			}
			lines = append(lines, l)
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return a.on.Compare(b.on) })
	until := lines[len(lines)-1].on
	c := columnsOf(accounts, rolledUp(accounts, lines))
	for range 1000 {
		a := Ask{AsOf: kernel.On(2024, 1, 1).Add(r.IntN(950)), Months: 1 + r.IntN(14), All: r.IntN(8) == 0,
			Measure: []Measure{Sales, Gross}[r.IntN(2)], Returns: []Returns{Net, Ignore}[r.IntN(2)]}
		if r.IntN(3) == 0 {
			a.From = a.AsOf.Add(-r.IntN(60))
		}
		a = a.settled(until)
		w := windowOf(a, until)
		got := c.sum(a, w, edgesOf(accounts, lines, w))
		for row := range accounts {
			want := summed(lines, row, a)
			have := expected{got.value[row], got.orders[row], got.lines[row], got.first[row], got.final[row]}
			if a.Returns == Ignore { // months of returns alone have no lines then
				have.lines, want.lines = 0, 0
			}
			if have != want {
				t.Fatalf("row %d as of %s from %s all %v: %+v, want %+v; edges %v", row, a.AsOf, a.From, a.All, have, want, w.edges)
			}
		}
	}
}

type expected struct {
	value         int64
	orders, lines int32
	first, final  int32
}

// summed adds lines up one by one; every sale is an order of its own.
func summed(lines []line, row int, a Ask) (x expected) {
	x.first, x.final = never, never
	for _, l := range lines {
		if l.row != row || l.on.Compare(a.AsOf) > 0 {
			continue
		}
		if !l.isReturn {
			if x.first == never {
				x.first = l.on.Ordinal()
			}
			x.final = l.on.Ordinal()
		}
		if l.on.Compare(a.From) < 0 {
			continue
		}
		x.lines++
		if !l.isReturn {
			x.orders++
		}
		if !l.isReturn || a.Returns == Net {
			x.value += l.amount
			if a.Measure == Gross {
				x.value -= l.cost
			}
		}
	}
	return x
}

func rolledUp(accounts []Account, lines []line) (months []Month) {
	for row, a := range accounts {
		byMonth := map[int32]*Month{}
		var order []int32
		for _, l := range lines {
			if l.row != row {
				continue
			}
			n := numberOf(l.on)
			if byMonth[n] == nil {
				byMonth[n] = &Month{Account: a.ID, Number: n}
				order = append(order, n)
			}
			byMonth[n].take(l)
		}
		for _, n := range order {
			months = append(months, *byMonth[n])
		}
	}
	return months
}

func (m *Month) take(l line) {
	m.Lines++
	if l.isReturn {
		m.Returns, m.Returned = m.Returns+l.amount, m.Returned+l.cost
		return
	}
	_, _, day := l.on.Parts()
	m.Sales, m.Cost, m.Orders, m.Last = m.Sales+l.amount, m.Cost+l.cost, m.Orders+1, uint8(day)
	if m.First == 0 {
		m.First = uint8(day)
	}
}

// edgesOf is what the ledger answers.
func edgesOf(accounts []Account, lines []line, w window) (all []Edge) {
	for _, s := range w.edges {
		for row, a := range accounts {
			var m Month
			e := Edge{Account: a.ID, outside: s.outside}
			for _, l := range lines {
				if l.row == row && l.on.Compare(s.From) >= 0 && l.on.Compare(s.To) <= 0 {
					m.take(l)
					if !l.isReturn {
						if e.First.IsZero() {
							e.First = l.on
						}
						e.Last = l.on
					}
				}
			}
			if m.Lines > 0 {
				e.Sales, e.Cost, e.Returns, e.Returned, e.Orders, e.Lines = m.Sales, m.Cost, m.Returns, m.Returned, m.Orders, m.Lines
				all = append(all, e)
			}
		}
	}
	return all
}

func TestPointsStandForTheirNeighbours(t *testing.T) {
	accounts, months := crowdOf(20_000, 12, 5)
	c := columnsOf(accounts, months)
	var all []Estimate
	for i, a := range accounts {
		all = append(all, Estimate{Account: a.ID, Kind: Demand, Value: int64(i) * 100_000})
	}
	q := judge(c, all).view(Filter{}, nil, nil).Quadrant()
	if len(q.Points) > mostPoints || len(q.Points) < mostPoints*8/10 || len(q.Points)+q.Thinned != len(accounts) {
		t.Errorf("%d points stand for %d more", len(q.Points), q.Thinned)
	}
}
