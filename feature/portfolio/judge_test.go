package portfolio

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"slices"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/method"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/model"
)

func TestAnEstimatePlacesAnAccount(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		path := "/api/accounts/" + st.ids[3].String() + "/estimates/potential"
		body := func(value int64, evidence string) string {
			return fmt.Sprintf(`{"value": %d, "evidence": %q, "expires": ""}`, value, evidence)
		}
		tests := []struct {
			say, role, match, body string
			want                   int
		}{
			{"without evidence", "rep", `"0"`, body(690*wan, "ok"), 422},
			{"who does not see the account", "other", `"0"`, body(690*wan, "annual report"), 404},
			{"without a version", "rep", "", body(690*wan, "annual report"), 428},
			{"the first one", "rep", `"0"`, body(600*wan, "annual report"), 200},
			{"over a version that is gone", "rep", `"0"`, body(690*wan, "annual report"), 412},
			{"the second one", "rep", `"1"`, body(690*wan, "annual report"), 200},
		}
		for _, tt := range tests {
			var headers []string
			if tt.match != "" {
				headers = []string{"If-Match", tt.match}
			}
			if w := s.Do(tt.role, "PUT", path, tt.body, headers...); w.Code != tt.want {
				s.Errorf("%s: %d, want %d: %s", tt.say, w.Code, tt.want, w.Body)
			}
		}
		card := get[Card](s, s.Do("rep", "GET", "/api/accounts/"+st.ids[3].String()+"/portfolio?as_of=2026-06-30", ""))
		if card.Type != "III" && card.Type != "IV" || card.Grid != "A" || !card.KeyAccount || card.Estimates[0].Version != 2 || card.Estimates[0].By != "rep" {
			s.Errorf("%+v", card)
		}
		for _, why := range card.Why {
			if why.Rule == "" || why.Result == "" || why.Confidence.Level == "" {
				s.Errorf("no reason: %+v", why)
			}
		}
	})
}

func TestAFileOfEstimatesReplacesThoseBefore(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		ctx := s.As("director")
		for round := int64(1); round <= 2; round++ {
			all := make([]Estimate, len(st.ids))
			for i, id := range st.ids {
				all[i] = Estimate{Account: id, Kind: Demand, Value: round * 1000 * wan, Evidence: "purchase estimates.xlsx", On: asOf, Expires: asOf.Add(90)}
			}
			must(s, s.DB.Write(ctx, func(tx *db.Tx) error { return st.Import(tx, all) }))
		}
		e, err := st.Estimate(ctx, st.ids[3], Demand)
		must(s, err)
		g, err := st.Grid(ctx, toJune, Filter{})
		must(s, err)
		if e.Version != 2 || e.Value != 2000*wan || g.Tray.Count != 0 || g.Cells[4].Count != 2 {
			s.Errorf("%+v, grid %+v", e, g)
		}
	})
}

func get[T any](s *apptest.Stage, w *httptest.ResponseRecorder) (answer T) {
	s.Helper()
	if w.Code != 200 {
		s.Fatalf("%d %s", w.Code, w.Body)
	}
	must(s, json.Unmarshal(w.Body.Bytes(), &answer))
	return answer
}

func TestNominationCountsOnceSomebodyElseAgrees(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st, inbox := set(s), approval.New(s.Kit)
		n, err := st.Nominate(s.As("rep"), Nomination{Account: st.ids[4], Kind: Strategic, Reason: "opens the rail market", Evidence: "talk with the buyer"})
		must(s, err)
		rules := func() []string {
			card, err := st.Card(s.As("director"), st.ids[4], toJune)
			must(s, err)
			return card.Rules
		}
		for role, want := range map[string]string{"rep": "approval.own", "other": "db.missing"} {
			if _, err := inbox.Decide(s.As(role), approval.Verdict{ID: n.ID, Version: n.Version, Approve: true}); key(err) != want {
				s.Errorf("%s: %v, want %s", role, err, want)
			}
		}
		if len(rules()) != 0 {
			s.Errorf("nobody agreed, and it counts: %v", rules())
		}
		p, err := inbox.Decide(s.As("director"), approval.Verdict{ID: n.ID, Version: n.Version, Approve: true})
		must(s, err)
		if !slices.Equal(rules(), []string{"STRAT"}) {
			s.Errorf("approved: %v", rules())
		}
		must(s, inbox.Undo(s.As("director"), n.ID, p.Version, "another account"))
		if len(rules()) != 0 {
			s.Errorf("taken back: %v", rules())
		}
	})
}

// A draft of a method judges nobody; approved, it judges everybody, in every
// process.
func TestAChangedMethodJudgesAnew(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st, elsewhere, library := set(s), elsewhere(s), method.New(s.Kit)
		rules := usualRules()
		rules.REV.Share = 0.2
		raw, err := json.Marshal(rules)
		must(s, err)
		look := func(of *Service) Register {
			r, err := of.Register(s.As("director"), toJune, Filter{}, "REV", Page{Limit: 10})
			must(s, err)
			return r
		}
		before := look(elsewhere)
		d, err := library.Save(s.As("director"), "M01", 0, 1, raw)
		must(s, err)
		d, err = library.Submit(s.As("director"), "M01", d.Version, method.Submission{Reason: "fewer key accounts"})
		must(s, err)
		if r := look(st.Service); len(before.Rows) != 4 || r.Config != 1 || len(r.Rows) != 4 {
			s.Errorf("before the approval: %+v, then %+v", before, r)
		}
		_, err = approval.New(s.Kit).Decide(s.As("other"), approval.Verdict{ID: d.Proposal, Version: 1, Approve: true})
		must(s, err)
		if r := look(st.Service); r.Config != 2 || r.Count != 3 || len(r.Rows) != 2 {
			s.Errorf("approved: %+v", r)
		}
		s.Wait("the other process judges by it", func() bool { return look(elsewhere).Config == 2 })
		if r := look(elsewhere); len(r.Rows) != 2 {
			s.Errorf("elsewhere: %+v", r)
		}
	})
}

// The classes of the account list are methods like the others: M20 and M21.
func TestTheAccountListFollowsTheSettings(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		set(s)
		accounts, people, revenue := account.New(s.Kit), int64(350), int64(15_000_000_00)
		large := account.Account{Code: "L01", Name: "江东重工", Employees: &people, Revenue: &revenue}
		must(s, accounts.Open(s.As("rep"), large))
		classes := func(code string) string {
			page, err := accounts.List(s.As("rep"), account.Filter{Search: code, Limit: 5})
			must(s, err)
			return page.Rows[0].Stage + " " + page.Rows[0].Size
		}
		was := classes("客户05") + ", " + classes("江东")
		decided(s, "M20", `{"new":1,"stable":2}`)
		decided(s, "M21", `{"rows":[{"class":"large","employees":300,"revenue":1000000000}]}`)
		if is := classes("客户05") + ", " + classes("江东"); was != "new , potential small" || is != "old , potential large" {
			s.Errorf("before %q, then %q", was, is)
		}
		page, err := accounts.List(s.As("rep"), account.Filter{Stage: "old", Limit: 5})
		if err != nil || len(page.Rows) != 1 || page.Rows[0].Code != "C05" {
			s.Errorf("old are %+v, %v", page.Rows, err)
		}
	})
}

// decided is another configuration of a method, proposed by the director and
// approved by another.
func decided(s *apptest.Stage, id, raw string) {
	s.Helper()
	library := method.New(s.Kit)
	d, err := library.Save(s.As("director"), id, 0, 1, []byte(raw))
	must(s, err)
	d, err = library.Submit(s.As("director"), id, d.Version, method.Submission{Reason: "as the board wants it"})
	must(s, err)
	_, err = approval.New(s.Kit).Decide(s.As("other"), approval.Verdict{ID: d.Proposal, Version: 1, Approve: true})
	must(s, err)
}

// elsewhere is the portfolio of another process on the same database.
func elsewhere(s *apptest.Stage) *Service {
	d, err := db.Open(s.DSN())
	must(s, err)
	s.Cleanup(func() { d.Close() })
	p, err := s.App.Start(d)
	must(s, err)
	return New(p.Kit)
}

// Of one account a draft is explained beside what is in force, to whom the
// account is open, and changes nothing.
func TestADraftIsTriedOnOneAccount(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st, library := set(s), method.New(s.Kit)
		tests := []struct {
			say, role, id, raw string
			account            int
			now, draft, fault  string
		}{
			{"C03 would be a B", "director", "M25", `{"a":0.55,"b":0.85}`, 2, "abc.A", "abc.B", ""},
			{"C04 would be no key account", "director", "M01", `{"REV":{"enabled":true,"share":0.2}}`, 3, keyAccount, noAccount, ""},
			{"whose account it is", "rep", "M25", `{"a":0.55,"b":0.85}`, 3, "abc.B", "abc.C", ""},
			{"whose it is not", "rep", "M25", `{"a":0.55,"b":0.85}`, 6, "", "", "db.missing"},
			{"what makes no sense", "director", "M25", `{"a":2}`, 2, "", "", "model.too_large"},
			{"what explains no account", "director", "M02", `{"top":0.1}`, 2, "", "", "method.no_trial"},
		}
		for _, tt := range tests {
			got, err := library.Explain(s.As(tt.role), tt.id, []byte(tt.raw), st.ids[tt.account])
			if (err != nil || tt.fault != "") && key(err) != tt.fault || got.Now.Result != tt.now || got.Draft.Result != tt.draft {
				s.Errorf("%s: %s, then %s, %v", tt.say, got.Now.Result, got.Draft.Result, err)
			}
		}
		if a, err := st.ABC(s.As("director"), toJune, Filter{}); err != nil || a.Classes[0].Count != 3 || a.Config != 1 {
			s.Errorf("in force: %+v, %v", a, err)
		}
	})
}

func TestWhatMakesNoSenseIsNoConfiguration(t *testing.T) {
	tests := map[string]struct{ id, raw, want string }{
		"a share above all":            {"M01", `{"REV":{"enabled":true,"share":1.2}}`, "model.too_large"},
		"an influence nobody has":      {"M01", `{"INFL":{"enabled":true,"score":6}}`, "model.too_large"},
		"one in no customers":          {"M01", `{"CORE":{"enabled":true,"least":5,"part":0}}`, "model.too_small"},
		"a negative share":             {"M02", `{"top":-0.2}`, "model.too_small"},
		"breaks that do not rise":      {"M15", `{"breaks":[5,5,9]}`, "grid.bad_breaks"},
		"a class there is not":         {"M15", `{"table":[["Z"]]}`, "grid.bad_class"},
		"cells without a class":        {"M15", `{"table":[["A"]]}`, "grid.empty_cell"},
		"a VIP without influence":      {"M15", `{"influence":0}`, "model.too_small"},
		"a negative cut":               {"M16", `{"current":-1}`, "model.too_small"},
		"a tier for the unknown":       {"M17", `{"tiers":["MASS","MASS","NONNAMED","NAMED","MAJOR"]}`, "pyramid.unknown_tier"},
		"a type without a tier":        {"M17", `{"tiers":["","","NONNAMED","NAMED","MAJOR"]}`, "pyramid.no_tier"},
		"scores that overlap":          {"M17", `{"scores":[70,70,50]}`, "pyramid.bad_scores"},
		"dormant after lost":           {"M20", `{"dormant":30}`, "stage.bad_config"},
		"rows that rise":               {"M21", `{"rows":[{"class":"small","employees":20,"revenue":1},{"class":"large","employees":10,"revenue":0}]}`, "size.bad_config"},
		"a size there is not":          {"M21", `{"rows":[{"class":"giant","employees":20,"revenue":1}]}`, "model.no_choice"},
		"a high score nobody has":      {"M24", `{"high":6}`, "model.too_large"},
		"steps that lead down":         {"M24", `{"few":{"recency":[1,2,3,4],"orders":[1,2,3,4],"amount":[1,2,3,4]}}`, "rfm.bad_steps"},
		"an A above B":                 {"M25", `{"a":0.96}`, "pareto.crossed_cuts"},
		"a cut of nothing":             {"M25", `{"a":0}`, "pareto.bad_share"},
		"more than one can count":      {"M25", `{"a":1e400}`, "model.bad_config"},
		"a field that does not belong": {"M25", `{"top":0.2}`, "model.bad_config"},
	}
	all := model.Register(declared...)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m, err := all.Find(tt.id)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := m.Decode([]byte(tt.raw)); key(err) != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// What a method says of where it is used is true of those that the portfolio
// works by, and of no others.
func TestAMethodIsUsedWhereItsSettingsCount(t *testing.T) {
	for _, m := range Feature.Models {
		config := Default()
		if counts := config.Take(m.Config); counts != (len(m.Used) > 0) {
			t.Errorf("%s says that it is used in %d places; its settings count: %v", m.ID, len(m.Used), counts)
		}
	}
}
