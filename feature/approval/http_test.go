package approval

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

// things is a feature whose changes need approval; nothing comes of them.
var things = app.Feature{Name: "thing", Files: speechless, Start: func(k *app.Kit) {
	Add(k, Kind{Name: plainKind, Propose: "test:ask", Bands: By("test:approve"), Days: 7},
		Course[value]{Apply: func(*db.Tx, Proposal, value) error { return nil }})
}}

var speechless = fstest.MapFS{"text/zh-CN.json": {Data: []byte("{}")}, "text/en.json": {Data: []byte("{}")}}

func TestRoutes(t *testing.T) {
	apptest.Each(t, []app.Feature{Feature, things}, func(s *apptest.Stage) {
		account := kernel.NewID()
		s.Exec(`INSERT INTO row_members (row_id, user_id, owner) VALUES (?, ?, ?)`, account, s.User("rep").ID, true)
		var ids []string
		for range 3 {
			err := s.DB.Write(s.As("rep"), func(tx *db.Tx) error {
				p, err := New(s.Kit).Propose(tx, Draft{Kind: plainKind, Object: "thing", Account: account, Payload: value{}, Args: Args{{Name: "name", Text: "长虹"}}})
				ids = append(ids, p.ID.String())
				return err
			})
			if err != nil {
				s.Fatal(err)
			}
		}
		one := "/api/approvals/" + ids[0]
		steps := []struct {
			name, role, method, path, body, match string
			status                                int
			want                                  string
		}{
			{"the inbox of who may decide", "manager", "GET", "/api/approvals?box=decide", "", "", 200, "长虹"},
			{"of a kind that has none", "manager", "GET", "/api/approvals?kind=test.money", "", "", 200, `"rows":[]`},
			{"a box that is none", "manager", "GET", "/api/approvals?box=all", "", "", 422, "web.invalid"},
			{"what waits", "manager", "GET", "/api/approvals/waiting", "", "", 200, `"decide":3`},
			{"the filter's kinds", "manager", "GET", "/api/approval-kinds", "", "", 200, plainKind},
			{"one of them", "manager", "GET", one, "", "", 200, `"decide":true`},
			{"for somebody who does not see the account", "other", "GET", one, "", "", 404, "db.missing"},
			{"who cannot decide it either", "other", "POST", one + "/decision", `{"verdict":"approve"}`, `"1"`, 404, "db.missing"},
			{"a decision without a version", "manager", "POST", one + "/decision", `{"verdict":"approve"}`, "", 428, "web.unguarded"},
			{"a verdict that is none", "manager", "POST", one + "/decision", `{"verdict":"maybe"}`, `"1"`, 422, "web.invalid"},
			{"a field that is none of theirs", "manager", "POST", one + "/decision", `{"verdict":"approve","state":"approved"}`, `"1"`, 422, "web.invalid"},
			{"the proposer's own", "rep", "POST", one + "/decision", `{"verdict":"approve"}`, `"1"`, 409, "approval.own"},
			{"a refusal without a reason", "manager", "POST", one + "/decision", `{"verdict":"refuse"}`, `"1"`, 422, "approval.why"},
			{"a refusal", "manager", "POST", one + "/decision", `{"verdict":"refuse","reason":"too early"}`, `"1"`, 200, `"state":"refused"`},
			{"is told to who proposed it", "rep", "GET", "/api/approvals/waiting", "", "", 200, `"what":"ended"`},
			{"who has seen it", "rep", "POST", one + "/seen", "", "", 204, ""},
			{"and is not told again", "rep", "GET", "/api/approvals/waiting", "", "", 200, `"news":[]`},
			{"withdrawing another", "rep", "POST", "/api/approvals/" + ids[1] + "/withdrawal", "", `"1"`, 200, `"state":"withdrawn"`},
			{"undoing what was withdrawn", "manager", "POST", "/api/approvals/" + ids[1] + "/undo", `{"reason":"x"}`, `"2"`, 409, "approval.not_approved"},
			{"several at once", "manager", "POST", "/api/approvals/decisions",
				`{"verdict":"approve","proposals":[{"id":"` + ids[0] + `","version":2},{"id":"` + ids[2] + `","version":1}]}`, "", 200, `"approval.not_open"`},
			{"what came of them", "manager", "GET", "/api/approvals?box=decided", "", "", 200, `"state":"approved"`},
			{"the history of a subject", "rep", "GET", "/api/approvals/history?object=thing&subject=" + ids[2], "", "", 200, `"state":"approved"`},
			{"is empty for others", "other", "GET", "/api/approvals/history?object=thing&subject=" + ids[2], "", "", 200, `[]`},
		}
		for _, tt := range steps {
			w := s.Do(tt.role, tt.method, tt.path, tt.body, "If-Match", tt.match)
			if w.Code != tt.status && !(tt.status == 204 && w.Code == 200) || !strings.Contains(w.Body.String(), tt.want) {
				s.Errorf("%s: %d %s, want %d %s", tt.name, w.Code, w.Body, tt.status, tt.want)
			}
			if strings.Contains(w.Body.String(), "payload") || !json.Valid(w.Body.Bytes()) && w.Body.Len() > 0 {
				s.Errorf("%s: %s", tt.name, w.Body)
			}
		}
	})
}
