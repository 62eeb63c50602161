package contact

import (
	"slices"
	"strings"

	"erba/kernel"
)

// The fields that stand behind a mask: those at work for everybody who does
// not work on the account, the private ones for everybody.
const (
	Phone         = "phone"
	Mail          = "mail"
	Wechat        = "wechat"
	Mobile        = "mobile"
	PrivateWechat = "private_wechat"
	Birthday      = "birthday"
	HomeCity      = "home_city"
)

// facts are the private fields; there is none for children.
var facts = []string{Mobile, PrivateWechat, Birthday, HomeCity}

// fact is a private field as the database keeps it.
type fact struct {
	ID      kernel.ID `db:"id"`
	Contact kernel.ID `db:"contact_id"`
	Field   string    `db:"field"`
	Sealed  string    `db:"sealed"`
	Blind   string    `db:"blind"`
}

// Fact is a private field as its readers see it: behind a mask, until somebody
// asks for it and the audit knows.
type Fact struct {
	Field  string `json:"field" enum:"mobile,private_wechat,birthday,home_city"`
	Masked string `json:"masked"`
	Locked bool   `json:"locked,omitempty" doc:"It cannot be read: the key is not there"`
}

// checkFact reports the rule that a private value breaks.
func checkFact(field, value string) error {
	switch {
	case !slices.Contains(facts, field):
		return kernel.Invalid("contact.no_field", "field", field)
	case len([]rune(value)) > longestText:
		return kernel.Invalid("contact.too_long", "max", longestText)
	case field == Mobile && value != "" && len(digits(value)) < 8:
		return kernel.Invalid("contact.bad_mobile")
	}
	if field == Birthday && value != "" {
		return checkBirthday(value)
	}
	return nil
}

// checkBirthday wants a date, with or without the year.
func checkBirthday(value string) error {
	var d kernel.Date
	if strings.Count(value, "-") == 1 {
		value = "2000-" + value
	}
	if d.UnmarshalText([]byte(value)) != nil {
		return kernel.Invalid("contact.bad_birthday")
	}
	return nil
}

// found is under what a private value is looked for, "" if it is not.
func found(field, value string) string {
	switch field {
	case Mobile:
		return digits(value)
	case PrivateWechat:
		return strings.ToLower(value)
	}
	return ""
}

// Card is a contact as a viewer may see it.
type Card struct {
	Contact
	Company string `json:"company,omitempty" db:"company" doc:"The account's name, where contacts of several are listed"`
	Plain   bool   `json:"plain" db:"-" doc:"Phone, mail and WeChat at work are not masked"`
	Facts   []Fact `json:"facts,omitempty" db:"-" doc:"Private fields, masked"`
}
