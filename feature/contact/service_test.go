package contact

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/privacy"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/event"
)

var features = []app.Feature{privacy.Feature, account.Feature, Feature}

// opened opens an account on behalf of a role's user.
func opened(s *apptest.Stage, role, code string) kernel.ID {
	a := []account.Account{{Code: code, Name: "公司" + code}}
	if err := account.New(s.Kit).Open(s.As(role), a...); err != nil {
		s.Fatal(err)
	}
	return a[0].ID
}

func TestCheck(t *testing.T) {
	tests := map[string]struct {
		contact Contact
		ok      bool
	}{
		"a name is enough":         {Contact{Name: "王芳"}, true},
		"nobody":                   {Contact{Title: "经理"}, false},
		"a mail address":           {Contact{Name: "王芳", Mail: "wang@example.com"}, true},
		"a mail address without @": {Contact{Name: "王芳", Mail: "example.com"}, false},
		"two mail addresses":       {Contact{Name: "王芳", Mail: "a@example.com,b@example.com"}, false},
		"a title without end":      {Contact{Name: "王芳", Title: strings.Repeat("长", 121)}, false},
	}
	for name, tt := range tests {
		if err := tt.contact.Check(); (err == nil) != tt.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBook(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, one, two := New(s.Kit), opened(s, "rep", "A"), opened(s, "rep", "B")
		tests := []struct {
			name string
			rows []Contact
			want Outcome
		}{
			{"two people", []Contact{{Account: one, Name: "王芳"}, {Account: one, Name: "李雷", Mail: "li@example.com"}}, Outcome{Inserted: 2}},
			{"the same name at another account", []Contact{{Account: two, Name: "王芳"}}, Outcome{Inserted: 1}},
			{"again", []Contact{{Account: one, Name: "王芳"}}, Outcome{Same: 1}},
			{"more about one", []Contact{{Account: one, Name: "王芳", Title: "采购经理"}}, Outcome{Updated: 1}},
			{"a mail address tells who it is", []Contact{{Account: one, Name: "李磊", Mail: "LI@example.com"}}, Outcome{Updated: 1}},
		}
		for _, tt := range tests {
			err := s.DB.Write(s.As("rep"), func(tx *db.Tx) error {
				got, err := service.Book(tx, tt.rows)
				if len(got.Written) != got.Inserted+got.Updated {
					s.Errorf("%s: %d rows can be taken back", tt.name, len(got.Written))
				}
				got.Written, got.Some = nil, nil
				if !reflect.DeepEqual(got, tt.want) {
					s.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
				}
				return err
			})
			if err != nil {
				s.Fatal(err)
			}
		}
	})
}

func TestMergedAccountsBringTheirContacts(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, from, into := New(s.Kit), opened(s, "rep", "A"), opened(s, "rep", "B")
		for _, c := range []Contact{{Account: from, Name: "王芳"}, {Account: into, Name: "李雷"}} {
			if _, err := service.Meet(s.As("rep"), c); err != nil {
				s.Fatal(err)
			}
		}
		merge := kernel.NewID()
		emit := func(e func(tx *db.Tx) error) {
			if err := s.DB.Write(s.As("rep"), e); err != nil {
				s.Fatal(err)
			}
		}
		emit(func(tx *db.Tx) error {
			return event.Emit(s.Kit.Events, tx, account.Merged{Merge: merge, From: from, Into: into})
		})
		if got := who(s, service, from) + "|" + who(s, service, into); got != "|李雷 王芳" {
			s.Errorf("after the merge: %s", got)
		}
		emit(func(tx *db.Tx) error {
			return event.Emit(s.Kit.Events, tx, account.Parted{Merge: merge, From: from, Into: into})
		})
		if got := who(s, service, from) + "|" + who(s, service, into); got != "王芳|李雷" {
			s.Errorf("after undoing it: %s", got)
		}
	})
}

func who(s *apptest.Stage, service *Service, at kernel.ID) string {
	all, err := service.List(s.As("rep"), at)
	if err != nil {
		s.Fatal(err)
	}
	names := make([]string, len(all))
	for i, c := range all {
		names[i] = c.Name
	}
	return strings.Join(names, " ")
}

func TestRoutes(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		at := "/api/accounts/" + opened(s, "rep", "A").String() + "/contacts"
		var made struct{ ID string }
		w := s.Do("rep", "POST", at, `{"name":"王芳","title":"采购经理"}`)
		_ = json.Unmarshal(w.Body.Bytes(), &made)
		one := "/api/contacts/" + made.ID
		steps := []struct {
			name, role, method, path, body, match string
			status                                int
			want                                  string
		}{
			{"the account's people", "rep", "GET", at, "", "", 200, "采购经理"},
			{"an unseen account has none to show", "other", "GET", at, "", "", 404, "db.missing"},
			{"nor takes any", "other", "POST", at, `{"name":"x"}`, "", 404, "db.missing"},
			{"a contact out of sight is missing", "other", "GET", one, "", "", 404, "db.missing"},
			{"and cannot be changed", "other", "PUT", one, `{"name":"x"}`, `"1"`, 404, "db.missing"},
			{"or removed", "other", "DELETE", one, "", `"1"`, 404, "db.missing"},
			{"no name", "rep", "POST", at, `{"name":" "}`, "", 422, "contact.no_name"},
			{"changed", "rep", "PUT", one, `{"name":"王芳","title":"总监"}`, `"1"`, 200, "总监"},
			{"a stale version", "rep", "PUT", one, `{"name":"王芳"}`, `"1"`, 412, "db.stale"},
			{"removed", "rep", "DELETE", one, "", `"2"`, 200, ""},
			{"gone", "rep", "GET", one, "", "", 404, "db.missing"},
		}
		for _, step := range steps {
			header := []string{}
			if step.match != "" {
				header = []string{"If-Match", step.match}
			}
			w := s.Do(step.role, step.method, step.path, step.body, header...)
			if got := w.Body.String(); w.Code != step.status || !strings.Contains(got, step.want) {
				s.Errorf("%s: %d %s, want %d …%s…", step.name, w.Code, got, step.status, step.want)
			}
		}
	})
}
