package portfolio

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"erba/kernel"
)

// td10 is the shared test set of the specification: amounts in 万元, days since
// the last order, orders, of the twelve months to 2026-06-30.
var (
	asOf = kernel.On(2026, 6, 30)
	td10 = []struct {
		amount        int64
		recency, many int
	}{{820, 5, 24}, {410, 12, 12}, {130, 40, 6}, {90, 3, 9}, {60, 75, 3}, {40, 200, 2}, {25, 20, 4}, {15, 120, 1}, {6, 300, 1}, {4, 364, 1}}
)

const wan = 10_000_00 // 万元 in minor units

// company makes columns of TD-10: C01 is row 0.
func company() *Columns {
	var accounts []Account
	var months []Month
	for i, c := range td10 {
		a := Account{ID: kernel.NewID(), Code: "C" + string(rune('0'+(i+1)/10)) + string(rune('0'+(i+1)%10))}
		a.Name = a.Code
		_, _, day := asOf.Add(-c.recency).Parts()
		accounts = append(accounts, a)
		months = append(months, Month{Account: a.ID, Number: numberOf(asOf.Add(-c.recency)), Sales: c.amount * wan,
			Orders: int32(c.many), Lines: int32(c.many), First: uint8(day), Last: uint8(day)})
	}
	c := (&Columns{}).With(accounts, months)
	c.Until, c.Currency, c.Revision = asOf, "CNY", 1
	return c
}

func (c *Columns) named(code string) int32 {
	return int32(slices.IndexFunc(c.accounts, func(a Account) bool { return a.Code == code }))
}

// judge evaluates TD-10 with judgements.
func judge(c *Columns, estimates []Estimate, nominations ...Nomination) *Evaluated {
	slices.SortStableFunc(estimates, func(a, b Estimate) int { return a.Account.Compare(b.Account) })
	j := &Judgements{Revision: 1, estimates: estimates, nominated: nominations}
	return evaluate(Ask{}.settled(c.Until), Setting{Version: initial, Config: Default()}, c, j.beside(c), nil, nil)
}

func estimateOf(c *Columns, code, kind string, value int64) Estimate {
	return Estimate{Account: c.accounts[c.named(code)].ID, Kind: kind, Value: value, By: "Wang", On: asOf.Add(-10),
		Expires: asOf.Add(100), Evidence: "annual report"}
}

func TestM01(t *testing.T) {
	c := company()
	e := judge(c, nil)
	got := map[string]string{}
	for row := range int32(c.Len()) {
		if e.key(row) {
			got[c.Account(row).Code] = strings.Join(e.fired[row].Names(), " ")
		}
	}
	want := map[string]string{"C01": "REV CORE", "C02": "REV CORE", "C03": "REV CORE", "C04": "REV"}
	for code, rules := range want {
		if got[code] != rules {
			t.Errorf("%s is a key account by %q, want %q", code, got[code], rules)
		}
	}
	if len(got) != len(want) {
		t.Errorf("key accounts %v", got)
	}
}

func TestEveryRuleMakesAKeyAccount(t *testing.T) {
	c := company()
	last := c.accounts[c.named("C10")].ID
	approved := Nomination{Account: last, Kind: Strategic, Approved: "Qin", Expires: asOf.Add(1)}
	tests := map[string]struct {
		estimates  []Estimate
		nomination Nomination
		want       string
	}{
		"nothing":                              {nil, Nomination{}, ""},
		"a potential that makes a tier":        {[]Estimate{estimateOf(c, "C10", Potential, 5000*wan)}, Nomination{}, "TIER GRID"},
		"a large demand, small elsewhere":      {[]Estimate{estimateOf(c, "C10", Demand, 4*wan), estimateOf(c, "C10", Potential, 3*wan)}, Nomination{}, ""},
		"influence of four":                    {[]Estimate{estimateOf(c, "C10", Influence, 4)}, Nomination{}, "INFL"},
		"influence of three":                   {[]Estimate{estimateOf(c, "C10", Influence, 3)}, Nomination{}, ""},
		"a nomination":                         {nil, approved, "STRAT"},
		"a nomination that nobody has allowed": {nil, Nomination{Account: last, Kind: Strategic, Expires: asOf.Add(1)}, ""},
		"a nomination that has expired":        {nil, Nomination{Account: last, Kind: Strategic, Approved: "Qin", Expires: asOf}, ""},
		"a VIP":                                {[]Estimate{estimateOf(c, "C10", Influence, 5)}, Nomination{Account: last, Kind: VIP, Approved: "Qin", Expires: asOf.Add(1)}, "TIER GRID INFL"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e := judge(c, tt.estimates, tt.nomination)
			if got := strings.Join(e.fired[c.named("C10")].Names(), " "); got != tt.want {
				t.Errorf("C10 is a key account by %q, want %q", got, tt.want)
			}
		})
	}
}

func TestWithoutEstimatesTheTrayHoldsEverybody(t *testing.T) {
	v := judge(company(), nil).view(Filter{}, nil, nil)
	g, q, p := v.Grid(), v.Quadrant(), v.Pyramid()
	if g.Tray.Count != 10 || q.Tray.Count != 10 || p.Tray.Count != 10 {
		t.Errorf("in the trays of grid, two values and pyramid: %d, %d, %d", g.Tray.Count, q.Tray.Count, p.Tray.Count)
	}
	for _, mark := range slices.Concat(g.Classes, q.Types) {
		if mark.Count != 0 {
			t.Errorf("%s has %d accounts", mark.Class, mark.Count)
		}
	}
	if p.Provisional[0].Count != 3 || p.Provisional[1].Count != 7 {
		t.Errorf("provisional %+v", p.Provisional)
	}
	m := v.member(0)
	if m.Grid != "" || m.Type != "" || m.Tier != "NONNAMED" || !m.Provisional {
		t.Errorf("C01 is %+v", m)
	}
}

func TestTD10Figures(t *testing.T) {
	v := judge(company(), nil).view(Filter{}, nil, nil)
	p := v.Pareto()
	if p.Top20Share != 0.76875 || p.K80 != 3 || !slices.Contains(p.Warnings, "portfolio.warn_dependent") {
		t.Errorf("%+v", p.Result)
	}
	if len(p.Bars) != bars || p.Bars[2].Count != 1 || p.Bands[0].Count != 3 || p.Bands[2].To != 1 {
		t.Errorf("bars %+v bands %+v", p.Bars, p.Bands)
	}
	r := v.RFM()
	for score, n := range map[string]int{"555": 1, "455": 1, "344": 1, "544": 1, "333": 1, "223": 1, "432": 1, "212": 1, "111": 2} {
		if r.Scores[score] != n {
			t.Errorf("%d accounts score %s, want %d", r.Scores[score], score, n)
		}
	}
	s := v.Summary(nil)
	if s.Accounts != 10 || s.Customers != 10 || s.Keys != 4 || s.Orders != 63 || s.Total != 1600*wan {
		t.Errorf("%+v", s)
	}
}

// Who sees some accounts gets their classes among all, and sums of his own.
func TestAViewOfSomeAccounts(t *testing.T) {
	c := company()
	sight := NewMask(c.Len())
	sight.Set(c.named("C02"))
	sight.Set(c.named("C04"))
	v := judge(c, nil).view(Filter{}, sight, nil)
	p := v.Pareto()
	if p.Scope != Own || p.Total != 500*wan || p.Customers != 2 || p.Top1Share != 0.82 {
		t.Errorf("%+v", p)
	}
	m, err := v.Members(inABC, "B", Page{Limit: 10})
	if err != nil || m.Count != 1 || m.Rows[0].Code != "C04" || m.Rows[0].Share != nil {
		t.Errorf("%+v, %v", m, err)
	}
	for _, why := range v.Card(c.named("C02")).Why {
		for _, f := range why.Inputs {
			if f.Unit == "share" {
				t.Errorf("%s tells a share of the company: %s", why.Model, f.Key)
			}
		}
	}
}

func TestPagesFollowEachOther(t *testing.T) {
	v := judge(company(), nil).view(Filter{}, nil, nil)
	var codes []string
	for p := (Page{Limit: 3}); ; {
		m, err := v.Members(inPyramid, trayMark, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range m.Rows {
			codes = append(codes, r.Code)
		}
		if p.After = m.Next; p.After.IsZero() {
			break
		}
	}
	if got := strings.Join(codes, " "); got != "C01 C02 C03 C04 C05 C06 C07 C08 C09 C10" {
		t.Errorf("pages show %s", got)
	}
}

func TestEveryMarkHasItsAccounts(t *testing.T) {
	c := company()
	v := judge(c, []Estimate{estimateOf(c, "C01", Potential, 1000*wan), estimateOf(c, "C10", Demand, 3*wan)}).view(Filter{}, nil, nil)
	tests := map[string]string{
		"pareto 3": "C02", "abc A": "C01 C02 C03", "abc apart": "", "rfm 55": "C01", "rfm 111": "C09 C10",
		"rfm rfm.ordinary_develop": "C07", "grid 4,4": "C01", "grid 1,1": "C10", "grid tray": "C02 C03 C04 C05 C06 C07 C08 C09",
		"grid A": "C01", "quadrant IV": "C01", "pyramid MAJOR": "C01", "pyramid MASS": "C10", "pyramid NONNAMED°": "C02 C03",
		"register REV": "C01 C02 C03 C04", "register all": "C01 C02 C03 C04", "register GRID": "C01",
	}
	for mark, want := range tests {
		t.Run(mark, func(t *testing.T) {
			model, name, _ := strings.Cut(mark, " ")
			m, err := v.Members(model, name, Page{Limit: 20})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range m.Rows {
				got = append(got, r.Code)
			}
			slices.SortFunc(got, cmp.Compare[string])
			if strings.Join(got, " ") != want || m.Count != len(got) {
				t.Errorf("behind it: %v, want %s", got, want)
			}
		})
	}
	if _, err := v.Members("abc", "Z", Page{Limit: 1}); err == nil {
		t.Error("an unknown mark has members")
	}
}

// What an explanation promises comes true, in the register too.
func TestWhatMakesAKeyAccountComesTrue(t *testing.T) {
	c := company()
	e := judge(c, nil)
	for row := range int32(c.Len()) {
		x := e.explainKey(row)
		for _, change := range x.Changes {
			for _, to := range []int64{int64(change.To), int64(change.To) + sign(int64(change.From)-int64(change.To))} {
				other := judge(c.with(row, to), nil)
				want := x.Result
				if to == int64(change.To) {
					want = change.Result
				}
				if got := other.explainKey(row).Result; got != want {
					t.Errorf("%s with sales of %d is %s, promised %s", c.Account(row).Code, to, got, want)
				}
			}
		}
		if len(x.Changes) == 0 {
			t.Errorf("nothing would change %s", c.Account(row).Code)
		}
	}
}

// with are the columns in which one account has other sales.
func (c *Columns) with(row int32, sales int64) *Columns {
	months := c.blocks[0].of(int(row), c.accounts[row].ID)
	months[0].Sales = sales
	return c.With(nil, months)
}

func sign(n int64) int64 {
	if n < 0 {
		return -1
	}
	return 1
}
