package contact

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

func TestMasks(t *testing.T) {
	tests := []struct{ field, value, want string }{
		{Phone, "13800138000", "138****8000"},
		{Mobile, "13912345678", "139****5678"},
		{Phone, "8001", "****"},
		{Mail, "wangfang@example.com", "w***@example.com"},
		{Wechat, "wangfang", "w****"},
		{PrivateWechat, "芳芳", "芳****"},
		{Birthday, "1985-06-30", "****-**-**"},
		{HomeCity, "苏州", "****"},
		{Mail, "", ""},
	}
	for _, tt := range tests {
		if got := masked(tt.field, tt.value); got != tt.want {
			t.Errorf("%s %s: %s, want %s", tt.field, tt.value, got, tt.want)
		}
	}
}

func TestNotesThatNameAChild(t *testing.T) {
	tests := map[string]bool{
		"喜欢打羽毛球":                           false,
		"儿子在读大学":                           false,
		"女儿26岁，刚结婚":                        false,
		"儿子今年8岁":                           true,
		"女儿十三周岁":                           true,
		"女儿十四岁":                            false,
		"孩子上幼儿园大班":                         true,
		"小孩在读三年级":                          true,
		"家里刚添了宝宝":                          true,
		"His son is 9 years old":           true,
		"Her daughter is at kindergarten":  true,
		"His son is 22 years old":          false,
		"He runs the primary school board": false,
		"Person in charge since 5 years":   false,
	}
	for text, want := range tests {
		if got := namesChild(text); got != want {
			t.Errorf("%s: %t, want %t", text, got, want)
		}
	}
}

func TestNoteCheck(t *testing.T) {
	today := kernel.On(2026, 6, 30)
	good := Note{Kind: "hobby", Text: "羽毛球", Basis: "consent", ConsentOn: today, ConsentForm: "written", Proof: "合同附件 3"}
	tests := map[string]struct {
		change func(*Note)
		want   string
	}{
		"complete":              {func(*Note) {}, ""},
		"no legal basis":        {func(n *Note) { n.Basis = "" }, "contact.no_basis"},
		"no separate consent":   {func(n *Note) { n.ConsentOn = kernel.Date{} }, "contact.no_consent"},
		"consent of tomorrow":   {func(n *Note) { n.ConsentOn = today.Add(1) }, "contact.no_consent"},
		"no form of consent":    {func(n *Note) { n.ConsentForm = "nod" }, "contact.no_consent"},
		"no proof":              {func(n *Note) { n.Proof = "" }, "contact.no_consent"},
		"about nothing":         {func(n *Note) { n.Kind = "gossip" }, "contact.no_kind"},
		"nothing written":       {func(n *Note) { n.Text = "" }, "contact.bad_note"},
		"a child under 14":      {func(n *Note) { n.Text = "女儿 6 岁" }, "contact.child"},
		"a year without change": {func(n *Note) { n.Expires = lifetime(today) }, ""},
	}
	for name, tt := range tests {
		n := good
		tt.change(&n)
		if err := n.Check(today); (err == nil) != (tt.want == "") || err != nil && !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
	if got := lifetime(today); got != kernel.On(2027, 6, 30) {
		t.Errorf("a note of %s holds until %s", today, got)
	}
}

// met is a contact of the rep's with a private mobile number, and the paths to both.
func met(s *apptest.Stage) (account kernel.ID, one string) {
	account = opened(s, "rep", "A")
	var made struct{ ID string }
	w := s.Do("rep", "POST", "/api/accounts/"+account.String()+"/contacts",
		`{"name":"王芳","title":"采购经理","phone":"138 0013 8000","mail":"wang@example.com","wechat":"wangfang"}`)
	if err := json.Unmarshal(w.Body.Bytes(), &made); err != nil || w.Code != 200 {
		s.Fatal(w.Code, w.Body, err)
	}
	one = "/api/contacts/" + made.ID
	if w := s.Do("rep", "PUT", one+"/facts/mobile", `{"value":"13912345678"}`); w.Code != 200 {
		s.Fatal(w.Code, w.Body)
	}
	return account, one
}

// step is a request with what is to be answered, and what must not be.
type step struct {
	name, role, method, path, body string
	status                         int
	want, not                      string
}

// run does steps one after the other.
func run(s *apptest.Stage, steps ...step) {
	s.Helper()
	for _, p := range steps {
		header := []string{}
		if p.method == "PUT" || p.method == "DELETE" {
			header = []string{"If-Match", etag(s, p)}
		}
		w := s.Do(p.role, p.method, p.path, p.body, header...)
		got := w.Body.String()
		if w.Code != p.status || !strings.Contains(got, p.want) || p.not != "" && strings.Contains(got, p.not) {
			s.Errorf("%s: %d %s, want %d …%s…, not %s", p.name, w.Code, got, p.status, p.want, p.not)
		}
	}
}

// etag is the version of what a path names; where there is none to be asked for, the first.
func etag(s *apptest.Stage, p step) string {
	if tag := s.Do(p.role, "GET", p.path, "").Header().Get("ETag"); tag != "" {
		return tag
	}
	return `"1"`
}

func TestWhoSeesWhatOfAContact(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		s.Grant("manager", direct, "")
		s.Grant("director", direct, "")
		s.Grant("director", personal, "")
		account, one := met(s)
		at := "/api/accounts/" + account.String() + "/contacts"
		const masks = `"phone":"138****8000","mail":"w***@example.com","wechat":"w****"`
		run(s,
			step{"owner and team see it plainly", "rep", "GET", at, "", 200, `"phone":"13800138000"`, ""},
			step{"private numbers are masked for them, too", "rep", "GET", at, "", 200, `"masked":"139****5678"`, "13912345678"},
			step{"others see masks", "manager", "GET", at, "", 200, masks, "13800138000"},
			step{"one by one as well", "manager", "GET", one, "", 200, masks, "example@"},
			step{"whom private matters do not concern sees nothing of them", "director", "GET", one, "", 200, `"phone":"","mail":"","wechat":""`, "facts"},
			step{"a mask cannot be written back", "manager", "PUT", one, `{"name":"王芳","phone":"138****8000"}`, 403, "contact.masked", ""},
			step{"the rest can, and the numbers stay", "manager", "PUT", one, `{"name":"王芳","title":"总监"}`, 200, masks, ""},
			step{"for those who see them", "rep", "GET", one, "", 200, `"phone":"13800138000"`, ""},
			step{"a number is found whole", "rep", "PUT", "/api/contacts/search", `{"number":"139 1234 5678"}`, 200, "王芳", ""},
			step{"not in parts", "rep", "PUT", "/api/contacts/search", `{"number":"1391234567"}`, 200, "[]", "王芳"},
			step{"a mail address is", "rep", "PUT", "/api/contacts/search", `{"number":"WANG@example.com"}`, 200, "公司A", ""},
			step{"beyond one's rows it is not there", "other", "PUT", "/api/contacts/search", `{"number":"13912345678"}`, 200, "[]", "王芳"},
			step{"nor for whom private matters do not concern", "director", "PUT", "/api/contacts/search", `{"number":"13912345678"}`, 403, "web.denied", "王芳"},
			step{"a child has no field", "rep", "PUT", one + "/facts/child", `{"value":"x"}`, 422, "", ""},
			step{"a birthday is a date", "rep", "PUT", one + "/facts/birthday", `{"value":"bald"}`, 422, "contact.bad_birthday", ""},
		)
	})
}

func TestRevealing(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		_, one := met(s)
		run(s,
			step{"the owner just looks", "rep", "PUT", one + "/reveal", `{"field":"mobile"}`, 200, `"value":"13912345678"`, ""},
			step{"others say why", "manager", "PUT", one + "/reveal", `{"field":"mobile"}`, 422, "contact.no_reason", "13912345678"},
			step{"then they see it", "manager", "PUT", one + "/reveal", `{"field":"mobile","reason":"客户来电"}`, 200, `"value":"13912345678"`, ""},
			step{"what is not there is missing", "rep", "PUT", one + "/reveal", `{"field":"birthday"}`, 404, "db.missing", ""},
			step{"out of sight is missing", "other", "PUT", one + "/reveal", `{"field":"mobile","reason":"x"}`, 404, "db.missing", "13912345678"},
		)
		seen := texts(s, `SELECT actor || ' ' || detail FROM audit WHERE verb = 'contact.revealed' ORDER BY at`)
		if len(seen) != 2 || !strings.Contains(seen[0], `rep {`) || !strings.Contains(seen[1], `客户来电`) {
			s.Errorf("logged: %q", seen)
		}
		for _, line := range texts(s, `SELECT detail FROM audit`) {
			if strings.Contains(line, "13912345678") || strings.Contains(line, "13800138000") {
				s.Errorf("the audit tells a number: %s", line)
			}
		}
		for _, sealed := range texts(s, `SELECT sealed FROM contact_facts`) {
			if strings.Contains(sealed, "139") {
				s.Errorf("in the open: %s", sealed)
			}
		}
		if kept := texts(s, `SELECT name FROM replies`); len(kept) > 0 {
			s.Errorf("answers are kept: %q", kept)
		}
	})
}

func texts(s *apptest.Stage, query string, args ...any) (all []string) {
	s.Helper()
	err := s.DB.Read(s.Context(), func(tx *db.Tx) (err error) {
		all, err = db.List[string](tx, query, args...)
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return all
}

const hobby = `{"kind":"hobby","text":"喜欢羽毛球","basis":"consent","consent_on":"2026-01-05","consent_form":"written","proof":"附件 3"%s}`

func TestNotes(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		s.Grant("rep", leading, "")
		s.Grant("manager", leading, "")
		s.Grant("director", leading, "")
		account, one := met(s)
		var note struct{ ID string }
		w := s.Do("manager", "POST", one+"/notes", fmt.Sprintf(hobby, ""))
		_ = json.Unmarshal(w.Body.Bytes(), &note)
		at := "/api/contact-notes/" + note.ID
		run(s,
			step{"its author reads it", "manager", "PUT", at + "/text", "", 200, "喜欢羽毛球", ""},
			step{"the list shows what it is about, not what it says", "manager", "GET", one + "/notes", "", 200, `"kind":"hobby"`, "羽毛球"},
			step{"no line of command opens it", "director", "GET", one + "/notes", "", 200, "[]", "hobby"},
			step{"nor by its name", "director", "PUT", at + "/text", "", 404, "db.missing", "羽毛球"},
			step{"nor does working on the account", "rep", "PUT", at + "/text", "", 404, "db.missing", "羽毛球"},
			step{"without a reason nobody forces it", "director", "PUT", one + "/notes/force", `{"reason":" "}`, 422, "contact.no_reason", "羽毛球"},
			step{"in an emergency it can be forced", "director", "PUT", one + "/notes/force", `{"reason":"急救"}`, 200, "喜欢羽毛球", ""},
			step{"a child is refused", "manager", "POST", one + "/notes", strings.Replace(fmt.Sprintf(hobby, ""), "喜欢羽毛球", "儿子 7 岁", 1), 422, "contact.child", ""},
			step{"without consent it is refused", "manager", "POST", one + "/notes", strings.Replace(fmt.Sprintf(hobby, ""), "附件 3", "", 1), 422, "contact.no_consent", ""},
		)
		s.Grant("rep", leading, "O")
		run(s, step{"who leads the account reads it", "rep", "PUT", at + "/text", "", 200, "喜欢羽毛球", ""})
		s.Grant("rep", leading, "")
		named := fmt.Sprintf(hobby, `,"readers":["`+s.User("rep").ID.String()+`"]`)
		w = s.Do("manager", "PUT", at, named, "If-Match", `"1"`)
		if w.Code != 200 {
			s.Fatal(w.Code, w.Body)
		}
		run(s,
			step{"who is named reads it", "rep", "PUT", at + "/text", "", 200, "喜欢羽毛球", ""},
			step{"but does not write it", "rep", "PUT", at, named, 403, "contact.not_author", ""},
		)
		if reads := texts(s, `SELECT actor FROM audit WHERE verb IN ('contact.note_read', 'contact.notes_forced') ORDER BY at`); strings.Join(reads, " ") != "manager director rep rep" {
			s.Errorf("logged: %q", reads)
		}
		expire(s, at, one)
		_ = account
	})
}

// expire lets the note run out, and others end.
func expire(s *apptest.Stage, at, one string) {
	s.Helper()
	past := kernel.Today().Add(-1)
	s.Exec(`UPDATE contact_notes SET expires_on = ?`, past)
	run(s, step{"what has expired is not read", "manager", "PUT", at + "/text", "", 409, "contact.note_expired", "羽毛球"})
	w := s.Do("manager", "PUT", at+"/confirm", `{"consent_holds":true}`, "If-Match", `"2"`)
	if w.Code != 200 {
		s.Fatal(w.Code, w.Body)
	}
	run(s,
		step{"confirmed, it is", "manager", "PUT", at + "/text", "", 200, "喜欢羽毛球", ""},
		step{"consent is withdrawn", "manager", "PUT", at + "/withdraw", "", 200, `"ended_by":"manager"`, "附件"},
		step{"and at once nobody reads it", "manager", "PUT", at + "/text", "", 409, "contact.note_ended", "羽毛球"},
		step{"not in an emergency either", "director", "PUT", one + "/notes/force", `{"reason":"急救"}`, 200, "[]", "羽毛球"},
	)
	if left := texts(s, `SELECT sealed || proof FROM contact_notes`); strings.Join(left, "") != "" {
		s.Errorf("left: %q", left)
	}
	s.Do("manager", "POST", one+"/notes", fmt.Sprintf(hobby, ""))
	s.Exec(`UPDATE contact_notes SET expires_on = ?`, past)
	if err := (New(s.Kit)).Expire(s.As("director"), kernel.Today()); err != nil {
		s.Fatal(err)
	}
	if left := texts(s, `SELECT sealed FROM contact_notes WHERE sealed <> ''`); len(left) != 0 {
		s.Errorf("expired, but there: %q", left)
	}
}

// Without its keys everything else works.
func TestLostKeys(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		_, one := met(s)
		if err := os.Remove(s.App.Keys); err != nil {
			s.Fatal(err)
		}
		s.Restart(s.DSN())
		run(s,
			step{"what is sealed is shown as locked", "rep", "GET", one, "", 200, `"locked":true`, ""},
			step{"and not revealed", "rep", "PUT", one + "/reveal", `{"field":"mobile"}`, 409, "vault.key_lost", ""},
			step{"nothing new is confided", "rep", "PUT", one + "/facts/mobile", `{"value":"13700000000"}`, 409, "vault.key_lost", ""},
			step{"what is at work is there", "rep", "GET", one, "", 200, `"phone":"13800138000"`, ""},
			step{"and can be written", "rep", "PUT", one, `{"name":"王芳","title":"总监"}`, 200, "总监", ""},
			step{"and found", "rep", "PUT", "/api/contacts/search", `{"number":"13800138000"}`, 200, "王芳", ""},
		)
	})
}
