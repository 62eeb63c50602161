// Package contact decides whom we know at an account, and how much of it who
// may read: people in their jobs; their private numbers behind a mask; and of
// their private lives only what they agreed to, for those whom they trust.
package contact

import (
	"strings"

	"erba/kernel"
)

// Contact is a person in a job at an account. Phone, mail and WeChat are those
// at work; whoever does not work on the account sees them behind a mask.
type Contact struct {
	ID         kernel.ID   `json:"id"         db:"id"`
	Account    kernel.ID   `json:"account"    db:"account_id"`
	Name       string      `json:"name"       db:"name"`
	Title      string      `json:"title"      db:"title"`
	Department string      `json:"department" db:"department"`
	Phone      string      `json:"phone"      db:"phone"  class:"C2" doc:"At work"`
	Mail       string      `json:"mail"       db:"mail"   class:"C2" doc:"At work"`
	Wechat     string      `json:"wechat"     db:"wechat" class:"C2" doc:"At work"`
	Duties     string      `json:"duties"     db:"duties" doc:"What he is responsible for"`
	Goals      string      `json:"goals"      db:"goals" doc:"What he is measured by"`
	Manner     string      `json:"manner"     db:"manner" doc:"How he likes to work"`
	Results    string      `json:"results"    db:"results" doc:"What he has achieved in his job"`
	Colleagues string      `json:"colleagues" db:"colleagues" doc:"With whom he works there"`
	Partners   string      `json:"partners"   db:"partners" doc:"Suppliers and others whom he works with"`
	Reports    kernel.ID   `json:"reports,omitzero" db:"reports_id" doc:"The contact whom he reports to"`
	Rank       int         `json:"rank"       db:"rank"   doc:"1 staff … 6 top; 0: nobody has said"`
	Scope      string      `json:"scope"      db:"scope"  doc:"In which matters he speaks: technical, business, financial; several with blanks between"`
	Gone       kernel.Date `json:"gone,omitzero" db:"gone_on" doc:"Since when he is not there any more"`
	Person     kernel.ID   `json:"-"          db:"person_id"`
	Version    int64       `json:"-"          db:"version"`
	SortKey    string      `json:"-"          db:"sort_key"`
}

// Revision is the version that a write must name to replace it.
func (c Contact) Revision() int64 { return c.Version }

const (
	longestText  = 120
	longestStory = 500
)

// Check reports the first rule the contact breaks.
func (c Contact) Check() error {
	switch {
	case c.Name == "":
		return kernel.Invalid("contact.no_name")
	case c.Mail != "" && !address(c.Mail):
		return kernel.Invalid("contact.bad_mail", "mail", c.Mail)
	}
	for i, text := range c.texts() {
		longest := longestStory
		if i < short {
			longest = longestText
		}
		if len([]rune(*text)) > longest {
			return kernel.Invalid("contact.too_long", "max", longest)
		}
	}
	return c.checkPlace()
}

// short is how many of the texts are a line, not a story.
const short = 6

// texts are the fields that can be written.
func (c *Contact) texts() []*string {
	return []*string{&c.Name, &c.Title, &c.Department, &c.Phone, &c.Mail, &c.Wechat,
		&c.Duties, &c.Goals, &c.Manner, &c.Results, &c.Colleagues, &c.Partners}
}

// address reports whether a text can be a mail address; only sending shows if it is one.
func address(mail string) bool {
	name, host, ok := strings.Cut(mail, "@")
	return ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(mail, " \t,;<>\"") && !strings.Contains(host, "@")
}

// tidy trims.
func (c *Contact) tidy() {
	for _, text := range c.texts() {
		*text = strings.TrimSpace(*text)
	}
	if mobile(c.Phone) {
		c.Phone = digits(c.Phone)
	}
}

// who tells the people of an account apart: by mail where there is one, else by name.
func (c Contact) who() string {
	if c.Mail != "" {
		return strings.ToLower(c.Mail)
	}
	return c.Name
}

// filled is the contact with everything that news says; what it leaves empty stays.
func (c Contact) filled(news Contact) Contact {
	from := news.texts()
	for i, to := range c.texts() {
		if *from[i] != "" {
			*to = *from[i]
		}
	}
	if news.Rank != 0 {
		c.Rank = news.Rank
	}
	if news.Scope != "" {
		c.Scope = news.Scope
	}
	if !news.Gone.IsZero() {
		c.Gone, c.Reports = news.Gone, kernel.ID{}
	}
	return c
}

// Outcome is what booking contacts did.
type Outcome struct {
	Inserted, Updated, Same int
	Refused                 []Refusal
	Written                 []kernel.Written
	Some                    []kernel.Sample[Contact]
}

// Refusal is a contact that was not booked, by its place among those handed over.
type Refusal struct {
	Index int
	Fault *kernel.Fault
}

// field is one of the texts by its name, nil if there is none.
func (c *Contact) field(name string) *string {
	names := strings.Fields("name title department phone mail wechat duties goals manner results colleagues partners")
	for i, text := range c.texts() {
		if names[i] == name {
			return text
		}
	}
	return nil
}
