// Package privacy decides what people can ask about what is kept of them, until
// when they are answered, and that who was forgotten stays forgotten.
package privacy

import (
	"slices"
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

// Who is somebody, as far as he can be told from others.
type Who struct {
	Name    string   `json:"name"`
	Company string   `json:"company,omitempty"`
	Numbers []string `json:"numbers,omitempty" doc:"Telephone numbers"`
	Mails   []string `json:"mails,omitempty"`
	Wechats []string `json:"wechats,omitempty"`
}

// Record is where somebody is known, such as a contact.
type Record struct {
	Of string    `json:"of" enum:"contact,user"`
	ID kernel.ID `json:"id"`
}

// Found is a record that may be about somebody, as an officer sees it.
type Found struct {
	Record
	Name    string `json:"name"`
	Company string `json:"company,omitempty"`
	Hint    string `json:"hint,omitempty" doc:"Masked numbers"`
}

// Person is somebody with all his records and all that he is known by.
type Person struct {
	Records []Record
	Known   []Who
}

// Of are his records of a kind.
func (p Person) Of(kind string) (ids []kernel.ID) {
	for _, r := range p.Records {
		if r.Of == kind {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

const shortest = 2 // characters of a text that is worth looking for

// Terms are the texts by which he is found where nobody knows him by his record.
func (p Person) Terms() (terms []string) {
	for _, w := range p.Known {
		terms = append(terms, w.Name)
		for _, some := range [][]string{w.Numbers, w.Mails, w.Wechats} {
			terms = append(terms, some...)
		}
	}
	terms = slices.DeleteFunc(terms, func(t string) bool { return len([]rune(strings.TrimSpace(t))) < shortest })
	slices.Sort(terms)
	return slices.Compact(terms)
}

// mark is one thing that tells somebody from everybody else. A name is one only
// with the company; a number of a whole office is none.
type mark struct{ kind, text string }

func (w Who) marks() (all []mark) {
	name, company := folded(w.Name), clean.CompanyKey(w.Company)
	if name != "" && company != "" {
		all = append(all, mark{"name", name + "\x00" + company})
	}
	for _, number := range w.Numbers {
		if mobile, err := clean.Mobile(clean.Digits(number)); err == nil {
			all = append(all, mark{"number", mobile})
		}
	}
	for _, mail := range w.Mails {
		if folded(mail) != "" {
			all = append(all, mark{"mail", folded(mail)})
		}
	}
	for _, wechat := range w.Wechats {
		if folded(wechat) != "" {
			all = append(all, mark{"wechat", folded(wechat)})
		}
	}
	return all
}

func folded(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), "")) }

// label is a name as it may stay when its bearer is forgotten: 王**.
func label(name string) string {
	r := []rune(strings.TrimSpace(name))
	if len(r) == 0 {
		return ""
	}
	return string(r[:1]) + strings.Repeat("*", min(2, max(1, len(r)-1)))
}
