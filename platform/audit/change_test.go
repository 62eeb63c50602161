package audit_test

import (
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/db"
)

type address struct {
	City   string `json:"city"`
	Street string `json:"street"`
}

type remark struct {
	Text string `json:"text"`
}

// person has a field of every class.
type person struct {
	Account  kernel.ID   `json:"account"`
	Name     string      `json:"name"           class:"C1"`
	Mobile   string      `json:"mobile"         class:"C2"`
	Born     kernel.Date `json:"born"           class:"C2"`
	Faith    string      `json:"faith"          class:"C3"`
	Verdict  *string     `json:"verdict"        class:"C5"`
	Private  remark      `json:"private"        class:"C3"`
	Margin   int64       `json:"margin_minor"   class:"C4" may:"margin:read"`
	Home     address     `json:"home"`
	Children *int        `json:"children,omitempty"`
	Roles    []string    `json:"roles"`
	Version  int64       `json:"-"`
}

func TestChangedWritesWhatDiffers(t *testing.T) {
	one, word, day := 1, "guilty", kernel.On(1980, 5, 6)
	account := kernel.NewID()
	prefix := `{"account":"` + account.String() + `","changes":[`
	tests := map[string]struct {
		before, after any
		want          string
	}{
		"nothing differs": {person{Account: account, Name: "Li"}, person{Account: account, Name: "Li"}, prefix + `]}`},
		"a name": {person{Account: account, Name: "Li"}, person{Account: account, Name: "李"},
			prefix + `{"field":"name","from":"Li","to":"李"}]}`},
		"a number where there was none, by pointer": {&person{Account: account}, &person{Account: account, Children: &one},
			prefix + `{"field":"children","from":null,"to":1}]}`},
		"a part of a part": {person{Account: account}, person{Account: account, Home: address{City: "苏州"}},
			prefix + `{"field":"home.city","from":"","to":"苏州"}]}`},
		"a list": {person{Account: account, Roles: []string{"rep"}}, person{Account: account, Roles: []string{"rep", "admin"}},
			prefix + `{"field":"roles","from":["rep"],"to":["rep","admin"]}]}`},
		"a private number is masked, though it differs behind the mask": {
			person{Account: account, Mobile: "13812341234"}, person{Account: account, Mobile: "13899991234"},
			prefix + `{"field":"mobile","from":"138****1234","to":"138****1234"}]}`},
		"a birthday is masked": {person{Account: account}, person{Account: account, Born: day},
			prefix + `{"field":"born","from":"","to":"****"}]}`},
		"sensitive and sealed fields are never written": {person{Account: account, Faith: "none", Verdict: &word},
			person{Account: account, Faith: "some", Private: remark{"heart"}}, prefix + `]}`},
		"a field with a grant of its own says so": {person{Account: account}, person{Account: account, Margin: 7},
			prefix + `{"field":"margin_minor","from":0,"to":7,"may":"margin:read"}]}`},
		"versions are nobody's business": {person{Account: account, Version: 1}, person{Account: account, Version: 2}, prefix + `]}`},
		"a new record has what is not empty": {nil, person{Account: account, Name: "Li"},
			prefix + `{"field":"account","from":"","to":"` + account.String() + `"},{"field":"name","from":"","to":"Li"}]}`},
		"a record that is gone had it": {person{Account: account, Name: "Li"}, nil,
			prefix + `{"field":"account","from":"` + account.String() + `","to":""},{"field":"name","from":"Li","to":""}]}`},
	}
	apptest.Each(t, nil, func(s *apptest.Stage) {
		for name, tt := range tests {
			s.Run(name, func(t *testing.T) {
				id := kernel.NewID()
				var detail string
				var of kernel.ID
				write(s, func(tx *db.Tx) (err error) {
					if err = audit.Changed(tx, "person.changed", "person", id, tt.before, tt.after); err != nil {
						return err
					}
					if detail, err = db.Find[string](tx, `SELECT detail FROM audit WHERE object_id = ?`, id); err == nil {
						of, err = db.Find[kernel.ID](tx, `SELECT account_id FROM audit WHERE object_id = ?`, id)
					}
					return err
				})
				if detail != tt.want || of != account {
					t.Errorf("got  %s of %s\nwant %s of %s", detail, of, tt.want, account)
				}
			})
		}
	})
}

func TestAnEntryKnowsItsAccount(t *testing.T) {
	account := kernel.NewID()
	tests := map[string]struct {
		object string
		detail any
		want   kernel.ID
	}{
		"the account itself":       {"account", nil, account},
		"a map of IDs names it":    {"person", map[string]kernel.ID{"account": account}, account},
		"a map of things names it": {"person", map[string]any{"account": account}, account},
		"a struct names it":        {"person", person{Account: account}, account},
		"by a pointer":             {"person", &person{Account: account}, account},
		"by a tag": {"person", struct {
			Of kernel.ID `row:"account"`
		}{account}, account},
		"a map without one":  {"person", map[string]int{"n": 1}, kernel.ID{}},
		"nothing":            {"person", nil, kernel.ID{}},
		"a word for account": {"person", map[string]string{"account": "K1"}, kernel.ID{}},
	}
	apptest.Each(t, nil, func(s *apptest.Stage) {
		for name, tt := range tests {
			s.Run(name, func(t *testing.T) {
				row := kernel.NewID()
				if tt.object == "account" {
					row = account
				}
				var got kernel.ID
				write(s, func(tx *db.Tx) (err error) {
					if err = audit.Note(tx, "person.met", tt.object, row, tt.detail); err == nil {
						got, err = db.Find[kernel.ID](tx, `SELECT account_id FROM audit WHERE object_id = ?`, row)
					}
					return err
				})
				if got != tt.want {
					t.Errorf("%v, want %v", got, tt.want)
				}
			})
		}
	})
}

func TestMasked(t *testing.T) {
	for text, want := range map[string]string{
		"13812341234": "138****1234", "+86 138 1234 1234": "+86****1234", "李小龙": "****", "": "****", "1234567": "****",
		"wang@example.com": "wan****.com", "王芳说单价不对，月底前再谈": "****", "Wang Fang wants another price": "****",
	} {
		if got := audit.Masked(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
