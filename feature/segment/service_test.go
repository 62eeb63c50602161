package segment

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

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

// stage is six accounts, the first three the rep's: the n-th bought for n
// thousand yuan in June 2026, the second for as much a year before, and costs
// are known of all; the sixth has never bought.
type stage struct {
	*apptest.Stage
	*Service
	ids []kernel.ID
}

const yuan = 100

var june = kernel.On(2026, 6, 30)

func set(s *apptest.Stage) *stage {
	st := &stage{s, New(s.Kit), nil}
	led := ledger.New(s.Kit)
	var lines []ledger.Line
	for i := range 6 {
		a := []account.Account{{Code: fmt.Sprint("C", i+1), Name: fmt.Sprint("客户", i+1), Region: []string{"华东", "华北"}[i%2]}}
		must(s, account.New(s.Kit).Open(s.As([]string{"rep", "other"}[i/3]), a...))
		st.ids = append(st.ids, a[0].ID)
		if i < 5 {
			lines = append(lines, sale(a[0].ID, fmt.Sprint("O", i), kernel.On(2026, 6, i+1), int64(i+1)*1000*yuan))
		}
	}
	lines = append(lines, sale(st.ids[1], "OLD", kernel.On(2025, 6, 1), 2000*yuan))
	ctx := s.As("director")
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	must(s, err)
	tally := ledger.NewTally()
	for i := range lines {
		tally.Line(&lines[i])
	}
	o, err := led.BookLines(ctx, b.ID, lines)
	must(s, err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	must(s, err)
	return st
}

func sale(account kernel.ID, order string, on kernel.Date, amount int64) ledger.Line {
	return ledger.Line{Account: account, Order: order, Product: "P1", On: on, Quantity: kernel.Whole(1), Price: kernel.Micro(amount * 10_000), Amount: amount, Cost: amount / 2, Costed: true}
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

const large = `{"rule":{"field":"sales","op":"least","value":200000}}`

func TestWhomRulesFind(t *testing.T) {
	tests := map[string]struct{ definition, rep, director string }{
		"from 2,000 yuan on":            {large, "C3 C2", "C5 C4 C3 C2"},
		"and in the east":               {`{"rule":{"all":[{"field":"sales","op":"least","value":200000},{"field":"region","op":"is","value":"华东"}]}}`, "C3", "C5 C3"},
		"or by name":                    {`{"rule":{"any":[{"field":"sales","op":"more","value":400000},{"field":"name","op":"holds","value":"6"}]}}`, "", "C5 C6"},
		"whose margin is a half":        {`{"rule":{"field":"margin","op":"is","value":0.5}}`, "C3 C2 C1", "C5 C4 C3 C2 C1"},
		"who did not grow":              {`{"rule":{"field":"growth","op":"most","value":0}}`, "C2", "C2"},
		"of whom no growth is known":    {`{"rule":{"not":{"field":"growth","op":"known"}}}`, "C3 C1", "C5 C4 C3 C1 C6"},
		"who last bought before June 3": {`{"rule":{"field":"last_order","op":"less","value":"2026-06-03"}}`, "C2 C1", "C2 C1"},
		"whom nobody looks after":       {`{"rule":{"not":{"field":"owner","op":"known"}}}`, "", ""},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		for name, tt := range tests {
			for role, want := range map[string]string{"rep": tt.rep, "director": tt.director} {
				f, err := st.Try(s.As(role), Trial{Definition: []byte(tt.definition), AsOf: june, Limit: 50})
				if got := codes(f.Rows); err != nil || got != want || f.Count != len(f.Rows) {
					s.Errorf("%s, as %s: %q, want %q (%v)", name, role, got, want, err)
				}
			}
		}
	})
}

func codes(rows []Member) string {
	all := make([]string, len(rows))
	for i, m := range rows {
		all[i] = m.Code
	}
	return strings.Join(all, " ")
}

const thirds = `{"bands":{"field":"sales","bands":[{"name":"小","from":null,"to":200000},{"name":"中","from":200000,"to":400000},{"name":"大","from":400000,"to":null}]}}`

// Everybody in sight is in exactly one band, or nobody knows the number.
func TestBandsPartition(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		for _, role := range []string{"rep", "manager", "director"} {
			f, err := st.Try(s.As(role), Trial{Definition: []byte(thirds), AsOf: june})
			must(s, err)
			sum := f.Open
			for _, b := range f.Bands {
				sum += b.Count
			}
			if sum != f.Of || f.Count+f.Open != f.Of {
				s.Errorf("%s: %+v", role, f)
			}
		}
		f, err := st.Try(s.As("director"), Trial{Definition: []byte(thirds), AsOf: june, Band: 2, Limit: 1})
		must(s, err)
		if codes(f.Rows) != "C3" || f.Count != 2 || f.Next != st.ids[2] {
			s.Errorf("%+v", f)
		}
		if f, err = st.Try(s.As("director"), Trial{Definition: []byte(thirds), AsOf: june, Band: 2, Limit: 1, After: f.Next}); err != nil || codes(f.Rows) != "C2" || !f.Next.IsZero() {
			s.Errorf("the next page: %+v, %v", f, err)
		}
		if _, err := st.Try(s.As("director"), Trial{Definition: []byte(thirds), Band: 4}); err == nil {
			s.Error("there is no fourth band")
		}
	})
}

// A segment is its author's until he shares it; then everybody finds his own
// rows by it, nobody else changes it, and who may not read a field of it does
// not know that it is there.
func TestWhoseASegmentIs(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		one, err := st.Keep(s.As("director"), Segment{Name: "大客户", Definition: []byte(large)})
		must(s, err)
		if _, err := st.Find(s.As("rep"), one.ID); !missing(err) {
			s.Errorf("somebody else's segment: %v", err)
		}
		one, err = st.Share(s.As("director"), one.ID, one.Version, true)
		must(s, err)
		list, err := st.List(s.As("rep"))
		must(s, err)
		if len(list) != 1 || list[0].Mine || list[0].Count != 2 {
			s.Errorf("shared: %+v", list)
		}
		if _, err := st.Keep(s.As("rep"), one); err == nil {
			s.Error("somebody else has changed it")
		}
		s.Grant("rep", "revenue:read", "")
		if list, err := st.List(s.As("rep")); err != nil || len(list) != 0 {
			s.Errorf("by revenue, which he may not read: %+v, %v", list, err)
		}
		if _, err := st.Members(s.As("rep"), account.Segment{ID: one.ID}); !missing(err) {
			s.Errorf("its members: %v", err)
		}
		if _, err := st.Try(s.As("rep"), Trial{Definition: []byte(large)}); err == nil || !strings.HasPrefix(err.Error(), "segment.unknown_field") {
			s.Errorf("a rule by revenue: %v", err)
		}
		must(s, st.Drop(s.As("director"), one.ID, one.Version))
		if _, err := st.Find(s.As("director"), one.ID); !missing(err) {
			s.Errorf("deleted: %v", err)
		}
	})
}

func missing(err error) bool {
	fault, ok := err.(*kernel.Fault)
	return ok && fault.Kind == kernel.KindMissing
}

// The lists of accounts and of the portfolio are narrowed by a segment, in
// whatever order and whoever looks.
func TestSegmentsNarrowLists(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		one, err := st.Keep(s.As("director"), Segment{Name: "大客户", Definition: []byte(thirds)})
		must(s, err)
		_, err = st.Share(s.As("director"), one.ID, one.Version, true)
		must(s, err)
		for _, order := range []string{"name", "code", "sales", "owner", "region"} {
			for role, want := range map[string]string{"rep": "C2 C3", "director": "C2 C3 C4 C5"} {
				p, err := account.New(s.Kit).List(s.As(role), account.Filter{Segment: one.ID, Band: 0, Sort: order, Limit: 50})
				must(s, err)
				if got := among(p.Rows, "C1", "C6"); got != want {
					s.Errorf("%s by %s: %s, want %s", role, order, got, want)
				}
			}
		}
		p, err := account.New(s.Kit).List(s.As("director"), account.Filter{Segment: one.ID, Band: 3, Sort: "sales", Desc: true, Limit: 1})
		must(s, err)
		if len(p.Rows) != 1 || p.Rows[0].Code != "C5" || p.Next.IsZero() {
			s.Errorf("the largest of the third band: %+v", p)
		}
		n, err := account.New(s.Kit).Count(s.As("director"), account.Filter{Segment: one.ID, Band: 3})
		if err != nil || n.Accounts != 2 {
			s.Errorf("%+v, %v", n, err)
		}
		a, err := portfolio.New(s.Kit).Summary(s.As("director"), portfolio.Ask{AsOf: june}, portfolio.Filter{Segment: one.ID, Band: 3})
		must(s, err)
		if a.Total != 9000*yuan || a.Accounts != 2 || !a.Filtered {
			s.Errorf("%+v", a)
		}
		if _, err := account.New(s.Kit).List(s.As("director"), account.Filter{Segment: kernel.NewID(), Limit: 50}); !missing(err) {
			s.Errorf("of a segment that is none: %v", err)
		}
	})
}

// among are the codes of rows, sorted, without some.
func among(rows []account.Row, without ...string) string {
	var all []string
	for _, r := range rows {
		if !slices.Contains(without, r.Code) {
			all = append(all, r.Code)
		}
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

func TestSegmentsAreCompared(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		one, err := st.Keep(s.As("director"), Segment{Name: "大", Definition: []byte(large)})
		must(s, err)
		two, err := st.Keep(s.As("director"), Segment{Name: "三段", Definition: []byte(thirds)})
		must(s, err)
		c, err := st.Compare(s.As("director"), []kernel.ID{one.ID, two.ID}, june)
		must(s, err)
		if len(c.Columns) != 5 {
			s.Fatalf("%+v", c)
		}
		all, first, third := c.Columns[0], c.Columns[1], c.Columns[4]
		if all.Accounts != 6 || all.Sales != 15000*yuan || all.Customers != 5 || all.Before != 2000*yuan || *all.Growth != 6.5 || *all.Gross != 7500*yuan {
			s.Errorf("all: %+v", all)
		}
		if first.Accounts != 4 || first.Sales != 14000*yuan || first.Orders != 4 || *first.Gross != 7000*yuan {
			s.Errorf("the large ones: %+v", first)
		}
		if third.Name != "三段 · 大" || third.Accounts != 2 || third.Sales != 9000*yuan || third.Growth != nil {
			s.Errorf("the third band: %+v", third)
		}
		s.Grant("manager", "margin:read", "")
		if c, err := st.Compare(s.As("manager"), nil, june); err != nil || c.Columns[0].Gross != nil || c.Columns[0].Sales != 6000*yuan || c.Scope != "own" {
			s.Errorf("without margins: %+v, %v", c, err)
		}
	})
}

func TestWhoBelongedIsKept(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		one, err := st.Keep(s.As("director"), Segment{Name: "大", Definition: []byte(large)})
		must(s, err)
		_, err = st.Share(s.As("director"), one.ID, one.Version, true)
		must(s, err)
		then, err := st.Take(s.As("director"), one.ID, kernel.On(2026, 6, 4))
		must(s, err)
		if then.Count != 3 { // the fifth has not bought yet
			s.Errorf("%+v", then)
		}
		now, err := st.Take(s.As("director"), one.ID, june)
		must(s, err)
		m, err := st.Moved(s.As("director"), one.ID, then.ID, now.ID)
		must(s, err)
		if codes(m.Joined) != "C5" || len(m.Left) != 0 || m.Stayed != 3 || m.From != kernel.On(2026, 6, 4) || m.To != june {
			s.Errorf("%+v", m)
		}
		seen, err := st.Snapshots(s.As("rep"), one.ID)
		must(s, err)
		if len(seen) != 2 || seen[0].Count != 2 || seen[1].Count != 2 {
			s.Errorf("the rep sees his own: %+v", seen)
		}
	})
}

// Why an account belongs is said rule by rule, and over HTTP the rows leave as a file.
func TestOverHTTP(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		w := s.Do("rep", "POST", "/api/segments", `{"name":"大","definition":`+large+`}`)
		var one Segment
		if err := json.Unmarshal(w.Body.Bytes(), &one); err != nil || w.Code != 200 || w.Header().Get("ETag") != `"1"` {
			s.Fatalf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("rep", "GET", "/api/accounts/"+st.ids[2].String()+"/segments/"+one.ID.String(), ""); w.Code != 200 || !strings.Contains(w.Body.String(), `"segment.inside"`) {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		w = s.Do("rep", "GET", "/api/segments/"+one.ID.String()+"/export?format=csv&as_of=2026-06-30", "")
		if w.Code != 200 || !strings.Contains(w.Body.String(), "C3,客户3,,华东") || strings.Contains(w.Body.String(), "C4") {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("rep", "PUT", "/api/segments/"+one.ID.String(), `{"name":"新","definition":`+thirds+`}`, "If-Match", `"1"`); w.Code != 200 {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("rep", "DELETE", "/api/segments/"+one.ID.String(), "", "If-Match", `"1"`); w.Code != 412 {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("director", "GET", "/api/accounts?segment="+one.ID.String(), ""); w.Code != 404 {
			s.Errorf("of somebody else's segment: %d %s", w.Code, w.Body)
		}
		if w := s.Do("rep", "GET", "/api/segments/comparison?segments="+one.ID.String(), ""); w.Code != 200 {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("rep", "GET", "/api/segments/fields", ""); w.Code != 200 || !strings.Contains(w.Body.String(), `"values":["华东","华北"]`) && !strings.Contains(w.Body.String(), `"values":["华北","华东"]`) {
			s.Errorf("%d %.800s", w.Code, w.Body)
		}
	})
}
