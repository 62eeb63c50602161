package loss

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
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
	"erba/platform/identity"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, portfolio.Feature, Feature}

const yuan = 100

// stage are five accounts; the last one is the other's. Each bought for 10,000
// yuan on 30 June 2026, which cost 7,000. NEW, OLD and HIS had 11,000 of freight
// put into them, and lose 8,000; OLD and GOOD bought the same in July 2021, too.
// Nobody recorded what BLANK's goods cost.
type stage struct {
	*apptest.Stage
	*Service
	ids map[string]kernel.ID
}

func set(s *apptest.Stage) *stage {
	st := &stage{s, New(s.Kit), map[string]kernel.ID{}}
	var lines []ledger.Line
	var costs []ledger.Cost
	for _, code := range []string{"NEW", "OLD", "GOOD", "BLANK", "HIS"} {
		a := []account.Account{{Code: code, Name: "客户" + code}}
		owner := "rep"
		if code == "HIS" {
			owner = "other"
		}
		must(s, account.New(s.Kit).Open(s.As(owner), a...))
		id := a[0].ID
		st.ids[code] = id
		lines = append(lines, line(id, kernel.On(2026, 6, 30), code != "BLANK"))
		if code == "OLD" || code == "GOOD" {
			lines = append(lines, line(id, kernel.On(2021, 7, 1), true))
		}
		if code == "NEW" || code == "OLD" || code == "HIS" {
			costs = append(costs, ledger.Cost{Account: id, Number: code, On: kernel.On(2026, 5, 4), Kind: ledger.Freight, Amount: 11_000 * yuan})
		}
	}
	led := ledger.New(s.Kit)
	publish(st, ledger.Orders, lines, led.BookLines, (*ledger.Tally).Line)
	publish(st, ledger.Costs, costs, led.BookCosts, (*ledger.Tally).Cost)
	return st
}

func line(of kernel.ID, on kernel.Date, costed bool) ledger.Line {
	l := ledger.Line{Account: of, Order: on.String(), Product: "P1", On: on, Quantity: kernel.Whole(1), Price: kernel.Whole(10_000), Amount: 10_000 * yuan}
	if costed {
		l.Cost, l.Costed = 7_000*yuan, true
	}
	return l
}

func publish[Row any](st *stage, kind string, all []Row, book func(context.Context, kernel.ID, []Row) (ledger.Outcome, error), number func(*ledger.Tally, *Row)) {
	st.Helper()
	ctx, led, tally := st.As("director"), ledger.New(st.Kit), ledger.NewTally()
	b, err := led.Begin(ctx, ledger.Batch{Source: kind, Kind: kind, File: kind + ".csv"})
	must(st.Stage, err)
	for i := range all {
		number(tally, &all[i])
	}
	o, err := book(ctx, b.ID, all)
	must(st.Stage, err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	must(st.Stage, err)
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func read[T any](s *apptest.Stage, w *httptest.ResponseRecorder) (into T) {
	s.Helper()
	if w.Code != 200 {
		s.Fatalf("%d %s", w.Code, w.Body)
	}
	must(s, json.Unmarshal(w.Body.Bytes(), &into))
	return into
}

func (st *stage) list(role, query string) Losses {
	st.Helper()
	return read[Losses](st.Stage, st.Do(role, "GET", "/api/losses?"+query, ""))
}

func (st *stage) sheet(role, code string) Sheet {
	st.Helper()
	return read[Sheet](st.Stage, st.Do(role, "GET", "/api/accounts/"+st.ids[code].String()+"/loss", ""))
}

func (st *stage) decide(role, code, body string) *httptest.ResponseRecorder {
	return st.Do(role, "POST", "/api/accounts/"+st.ids[code].String()+"/loss/decisions", body)
}

func codes(l Losses) string {
	var all []string
	for _, r := range l.Rows {
		all = append(all, fmt.Sprintf("%s %s %s %d", r.Code, r.Class, r.Handling, *r.Contribution/yuan))
	}
	return strings.Join(all, ", ")
}

// The worked example of method M93, from files to the list: −8,000 of a new and
// of an old one.
func TestM93InTheList(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		l := st.list("director", "")
		if got := codes(l); got != "NEW new nurture -8000, OLD plain restrict -8000, HIS new nurture -8000" {
			s.Error(got)
		}
		if l.Unknown != 1 || l.Parts[0].Count != 2 || l.Parts[0].Amount != -16_000*yuan || l.Parts[3].Open != 1 {
			s.Errorf("%+v", l)
		}
		if got := codes(st.list("director", "class=plain&state=open")); got != "OLD plain restrict -8000" {
			s.Errorf("narrowed: %s", got)
		}
		if w := st.sheet("director", "GOOD"); w.Row.Class != "none" || w.Row.Handling != "" || w.Row.Why.Rule != "loss.rule_none" {
			s.Errorf("without a loss: %+v", w)
		}
		if w := st.sheet("director", "BLANK"); w.Row.Class != "unknown" || w.Row.Contribution != nil {
			s.Errorf("without costs: %+v", w)
		}
	})
}

// Who leads decides, with a reason; it is kept, and the next one does not write over it.
func TestAManagerDecides(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		if w := st.decide("manager", "OLD", `{"handling":"restrict","steps":["minimum","fees"],"reason":" 小单太多，运费太高 "}`); w.Code != 200 {
			s.Fatal(w.Body)
		}
		if w := st.decide("director", "OLD", `{"handling":"keep","steps":[],"reason":"集团客户，留着"}`); w.Code != 200 {
			s.Fatal(w.Body)
		}
		sheet := st.sheet("manager", "OLD")
		if len(sheet.Past) != 2 || sheet.Past[0].Handling != "keep" || sheet.Row.Decision.Handling != "keep" || !sheet.May {
			s.Errorf("%+v", sheet)
		}
		if first := sheet.Past[1]; first.Reason != "小单太多，运费太高" || strings.Join(first.Steps, "+") != "minimum+fees" || first.Contribution != -8_000*yuan || first.By == "" {
			s.Errorf("%+v", first)
		}
		if l := st.list("director", "state=decided"); codes(l) != "OLD plain restrict -8000" || l.Parts[3].Differs != 1 {
			s.Errorf("%+v", l)
		}
		if noted := st.noted("loss.decided"); noted != 2 {
			s.Errorf("noted %d times", noted)
		}
	})
}

func (st *stage) noted(verb string) (n int) {
	rows, err := st.Bare("SELECT COUNT(*) FROM audit WHERE verb = '" + verb + "'")
	must(st.Stage, err)
	defer rows.Close()
	for rows.Next() {
		must(st.Stage, rows.Scan(&n))
	}
	return n
}

// Four quarters after it was decided to restrict, an exit is looked at.
func TestAfterFourQuartersAnExitIsLookedAt(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		if w := st.decide("director", "OLD", `{"handling":"restrict","steps":[],"reason":"小单太多了"}`); w.Code != 200 {
			s.Fatal(w.Body)
		}
		decided := st.Service.today()
		for months, due := range map[int]bool{0: false, 11: false, 12: true} {
			st.Service.today = func() kernel.Date { return decided.AddMonths(months) }
			if r := st.sheet("director", "OLD").Row; r.Due != due || r.Months != months {
				s.Errorf("after %d months: %d, due %v", months, r.Months, r.Due)
			}
		}
		st.Service.today = func() kernel.Date { return decided.AddMonths(12) }
		if l := st.list("director", "state=due"); codes(l) != "OLD plain restrict -8000" || l.Parts[3].Due != 1 {
			s.Errorf("due: %+v", l)
		}
	})
}

func TestDecisionsThatMakeNoSense(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		tests := map[string]struct {
			role, code, body string
			want             int
			says             string
		}{
			"without a reason":               {"director", "OLD", `{"handling":"keep","steps":[],"reason":"嗯   "}`, 422, "loss.short_reason"},
			"a step of what is no limit":     {"director", "OLD", `{"handling":"keep","steps":["fees"],"reason":"留着再看看"}`, 422, "loss.steps_of_restriction"},
			"a step twice":                   {"director", "OLD", `{"handling":"restrict","steps":["fees","fees"],"reason":"留着再看看"}`, 422, "loss.bad_step"},
			"another handling":               {"director", "OLD", `{"handling":"exit","steps":[],"reason":"留着再看看"}`, 422, ""},
			"there is no loss":               {"director", "GOOD", `{"handling":"keep","steps":[],"reason":"留着再看看"}`, 409, "loss.not_losing"},
			"nobody knows whether there is":  {"director", "BLANK", `{"handling":"keep","steps":[],"reason":"留着再看看"}`, 409, "loss.not_losing"},
			"a stranger decides of somebody": {"manager", "HIS", `{"handling":"keep","steps":[],"reason":"留着再看看"}`, 404, ""},
		}
		for name, tt := range tests {
			w := st.decide(tt.role, tt.code, tt.body)
			if w.Code != tt.want || !strings.Contains(w.Body.String(), tt.says) {
				s.Errorf("%s: %d %s", name, w.Code, w.Body)
			}
		}
	})
}

// Decisions go with their account into another one, and back.
func TestDecisionsFollowTheirAccount(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		if w := st.decide("director", "OLD", `{"handling":"keep","steps":[],"reason":"留着再看看"}`); w.Code != 200 {
			s.Fatal(w.Body)
		}
		m, err := account.New(s.Kit).Merge(s.As("director"), st.ids["OLD"], st.ids["NEW"], nil)
		must(s, err)
		if n := len(st.sheet("director", "NEW").Past); n != 1 {
			s.Errorf("merged: %d", n)
		}
		must(s, account.New(s.Kit).Part(s.As("director"), m.ID))
		if n, old := len(st.sheet("director", "NEW").Past), len(st.sheet("director", "OLD").Past); n != 0 || old != 1 {
			s.Errorf("parted: %d and %d", n, old)
		}
	})
}

func TestWhoSeesLosses(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		s.Uncapped()
		if got := codes(st.list("other", "")); got != "HIS new nurture -8000" {
			s.Errorf("the other sees %s", got)
		}
		w := s.Do("director", "GET", "/api/losses/export?format=csv", "", "Accept-Language", "en")
		if !strings.Contains(w.Body.String(), "OLD,客户OLD,10000.00,3000.00,-8000.00,59,") {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		for _, grant := range []string{"margin:read", "loss:read", "loss:export", "loss:decide"} {
			s.Grant("rep", grant, Grants[grant]["rep"])
		}
		id := st.ids["OLD"].String()
		for _, path := range []string{"/losses", "/losses/export", "/accounts/" + id + "/loss"} {
			if w := s.Do("rep", "GET", "/api"+path, ""); w.Code != 403 {
				s.Errorf("a rep reads %s: %d", path, w.Code)
			}
		}
		if w := st.decide("rep", "OLD", `{"handling":"keep","steps":[],"reason":"留着再看看"}`); w.Code != 403 {
			s.Errorf("a rep decides: %d", w.Code)
		}
	})
}

// Who reads the margins of all and takes along his own accounts takes those.
func TestNobodyTakesAlongMoreThanHeMay(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		s.Uncapped()
		s.Grant("director", "loss:export", "O")
		s.Exec(`UPDATE row_members SET user_id = ? WHERE row_id = ?`, s.User("director").ID, st.ids["OLD"])
		w := s.Do("director", "GET", "/api/losses/export?format=csv", "")
		if all := w.Body.String(); w.Code != 200 || strings.Count(all, "\n") != 2 || !strings.Contains(all, "OLD,") {
			s.Errorf("%d %s", w.Code, all)
		}
	})
}

// An explanation takes longer than everything else of a row: only what is shown has one.
func TestOnlyWhatIsShownIsExplained(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		b, err := st.open(identity.Under(s.As("director"), "loss:read"), kernel.ID{})
		must(s, err)
		all, _ := b.rows()
		for _, r := range all {
			if r.Why.Model != "" {
				s.Errorf("%s is explained, and perhaps nobody is shown it", r.Code)
			}
		}
		if l := st.list("director", "limit=1"); len(all) != 3 || len(l.Rows) != 1 || l.Rows[0].Why.Result != "loss."+l.Rows[0].Class {
			s.Errorf("%d lose, shown is %+v", len(all), l.Rows)
		}
		if one := st.sheet("director", "OLD").Row; one.Why.Result != "loss."+one.Class {
			s.Errorf("%+v", one.Why)
		}
	})
}
