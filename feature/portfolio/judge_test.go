package portfolio

import (
	"encoding/json"
	"erba/feature/approval"
	"fmt"
	"net/http/httptest"
	"slices"
	"testing"

	"erba/platform/apptest"
	"erba/platform/db"
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
		n, err := st.Nominate(s.As("rep"), Nomination{Account: st.ids[4], Kind: Strategic, Reason: "opens the rail market"})
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

func TestAConfigurationIsAVersion(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		ctx := s.As("director")
		now, err := st.Setting(ctx)
		must(s, err)
		next := now
		next.Config.Rules.REV.Parameter, next.Reason = 0.2, "fewer key accounts"
		after, err := st.Configure(ctx, next)
		must(s, err)
		if _, err := st.Configure(ctx, next); key(err) != "db.stale" {
			s.Errorf("over an old version: %v", err)
		}
		r, err := st.Register(ctx, toJune, Filter{}, "REV", Page{Limit: 10})
		must(s, err)
		if now.Version != 1 || after.Version != 2 || r.Config != 2 || r.Count != 3 || len(r.Rows) != 2 {
			s.Errorf("version %d, then %d; register %+v", now.Version, after.Version, r)
		}
	})
}
