// Package contact decides whom we know at an account: people in their jobs,
// with what they need for work and nothing of their private lives.
package contact

import (
	"strings"

	"erba/kernel"
)

// Contact is a person in a job at an account.
type Contact struct {
	ID         kernel.ID `json:"id"         db:"id"`
	Account    kernel.ID `json:"account"    db:"account_id"`
	Name       string    `json:"name"       db:"name"`
	Title      string    `json:"title"      db:"title"`
	Department string    `json:"department" db:"department"`
	Phone      string    `json:"phone"      db:"phone" doc:"At work"`
	Mail       string    `json:"mail"       db:"mail" doc:"At work"`
	Version    int64     `json:"-"          db:"version"`
	SortKey    string    `json:"-"          db:"sort_key"`
}

// Revision is the version that a write must name to replace it.
func (c Contact) Revision() int64 { return c.Version }

const longestText = 120

// Check reports the first rule the contact breaks.
func (c Contact) Check() error {
	switch {
	case c.Name == "":
		return kernel.Invalid("contact.no_name")
	case c.Mail != "" && !address(c.Mail):
		return kernel.Invalid("contact.bad_mail", "mail", c.Mail)
	}
	for _, text := range []string{c.Name, c.Title, c.Department, c.Phone, c.Mail} {
		if len([]rune(text)) > longestText {
			return kernel.Invalid("contact.too_long", "max", longestText)
		}
	}
	return nil
}

// address reports whether a text can be a mail address; only sending shows if it is one.
func address(mail string) bool {
	name, host, ok := strings.Cut(mail, "@")
	return ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(mail, " \t,;<>\"") && !strings.Contains(host, "@")
}

// tidy trims.
func (c *Contact) tidy() {
	for _, text := range []*string{&c.Name, &c.Title, &c.Department, &c.Phone, &c.Mail} {
		*text = strings.TrimSpace(*text)
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
	for _, field := range []struct {
		to   *string
		from string
	}{{&c.Name, news.Name}, {&c.Title, news.Title}, {&c.Department, news.Department}, {&c.Phone, news.Phone}, {&c.Mail, news.Mail}} {
		if field.from != "" {
			*field.to = field.from
		}
	}
	return c
}

// Outcome is what booking contacts did.
type Outcome struct{ Inserted, Updated, Same int }
