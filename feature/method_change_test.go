package feature

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/db"
)

// Sales operations want another cut of ABC: until a director agrees everybody is
// classed as before, from then on by the new one, and every step is remembered.
func TestAThresholdIsChangedByTwoPeople(t *testing.T) {
	apptest.Whole(t, Product, func(s *apptest.Stage) {
		const path = "/api/methods/M25"
		ask := func(code int, role, verb, path, match, body string) string {
			s.Helper()
			w := s.Do(role, verb, path, body, "If-Match", match)
			if w.Code != code {
				s.Fatalf("%s %s %s: %d %s", role, verb, path, w.Code, w.Body)
			}
			return w.Body.String()
		}
		classed := func() (a portfolio.ABC) {
			s.Helper()
			read(s, ask(200, "director", "GET", "/api/portfolio/abc", "", ""), &a)
			return a
		}
		change := `{"base":1,"config":{"a":0.7,"b":0.9}}`
		ask(403, "rep", "PUT", path+"/draft", `"0"`, change)
		ask(200, "operations", "PUT", path+"/draft", `"0"`, change)
		var d method.Draft
		read(s, ask(200, "operations", "POST", path+"/submission", `"1"`, `{"reason":"fewer A customers"}`), &d)
		decision := fmt.Sprintf("/api/approvals/%s/decision", d.Proposal)
		for _, role := range []string{"operations", "sales_manager", "rep"} {
			if w := s.Do(role, "POST", decision, `{"verdict":"approve"}`, "If-Match", `"1"`); w.Code < 400 {
				s.Errorf("%s has approved it", role)
			}
		}
		if a := classed(); a.Cuts.A != 0.8 || a.Config != 1 {
			s.Errorf("before the approval: %+v", a.Cuts)
		}
		ask(200, "director", "POST", decision, `"1"`, `{"verdict":"approve"}`)
		if a := classed(); a.Cuts.A != 0.7 || a.Cuts.B != 0.9 || a.Config != 2 {
			s.Errorf("after it: %+v, configuration %d", a.Cuts, a.Config)
		}
		var all []method.Version
		read(s, ask(200, "rep", "GET", path+"/history", "", ""), &all)
		if len(all) != 2 || all[0].Author != "operations" || all[0].Approver != "director" || all[0].State != method.InForce {
			s.Errorf("%+v", all)
		}
		if got := remembered(s); got != "operations method.drafted, operations approval.proposed, director method.changed, director approval.approved" {
			s.Errorf("the audit has %s", got)
		}
	})
}

func read(s *apptest.Stage, body string, into any) {
	s.Helper()
	if err := json.Unmarshal([]byte(body), into); err != nil {
		s.Fatal(err)
	}
}

// remembered are who did what to methods and proposals, in order.
func remembered(s *apptest.Stage) string {
	var steps []string
	err := s.DB.Read(s.As("director"), func(tx *db.Tx) error {
		found, err := audit.List(tx, audit.Ask{Logs: []string{audit.Business}, Objects: []string{"method", "approval"}, Everywhere: true, Limit: 20})
		for _, e := range found {
			steps = append([]string{e.Actor + " " + e.Verb}, steps...)
		}
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return strings.Join(steps, ", ")
}
