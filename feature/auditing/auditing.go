// Package auditing decides who may read what the audit remembers: the history
// of a record, what was looked at, who came and who was refused; and how the
// entries are said in words.
package auditing

import (
	"encoding/json"
	"strings"

	"erba/kernel"
)

// Line is an entry as its readers see it.
type Line struct {
	ID      kernel.ID `json:"id"`
	At      int64     `json:"at"               doc:"Microseconds since 1970, UTC"`
	Actor   string    `json:"actor"            doc:"A login, job for the nightly work, cli:name for the command line; empty for somebody unknown"`
	Who     string    `json:"who"              doc:"His name"`
	Verb    string    `json:"verb"             doc:"Such as account.changed"`
	Done    string    `json:"done"             doc:"The verb in the user's language"`
	Object  string    `json:"object"           doc:"Such as account"`
	Kind    string    `json:"kind"             doc:"The object in the user's language"`
	Of      kernel.ID `json:"of,omitzero"      doc:"The object's identity"`
	Name    string    `json:"name"             doc:"The object's name, if it has one and may be told"`
	Account kernel.ID `json:"account,omitzero" doc:"The account that it is about"`
	Sealed  bool      `json:"sealed"           doc:"It is part of the chain"`
	Values  []Value   `json:"values"           doc:"What changed, and what else is known"`
}

// Value is a field of an entry, in the user's language.
type Value struct {
	Field   string `json:"field"`
	Title   string `json:"title"`
	From    string `json:"from"`
	To      string `json:"to"`
	Changed bool   `json:"changed"          doc:"It replaced the value in from"`
	Hidden  bool   `json:"hidden,omitempty" doc:"The reader may know that, not what"`

	from, to json.RawMessage
	may      string // the grant without which the values are hidden
	row      bool   // the values name a row
}

// Page is a part of a log, the latest first.
type Page struct {
	Lines []Line    `json:"lines"`
	Next  kernel.ID `json:"next,omitzero" doc:"The page after it begins after this entry"`
}

// Filter narrows a log.
type Filter struct {
	Person kernel.ID   `query:"person" doc:"Who did it"`
	Object string      `query:"object" doc:"The kind of object, such as account"`
	Of     kernel.ID   `query:"of"     doc:"The object's identity"`
	Verb   string      `query:"verb"   doc:"Such as account.changed"`
	From   kernel.Date `query:"from"   doc:"The first day"`
	To     kernel.Date `query:"to"     doc:"The last day"`
	After  kernel.ID   `query:"after"  doc:"The last entry of the page before"`
	Limit  int         `query:"limit"  minimum:"1" maximum:"200" default:"50"`
}

// detail is what an entry holds beside its head: changes, or facts by name.
type detail struct {
	Changes []struct {
		Field    string
		From, To json.RawMessage
		May      string
		Row      bool
	}
	facts map[string]json.RawMessage
}

// valuesOf reads the detail of an entry. Facts follow the changes.
func valuesOf(raw string) (all []Value) {
	var d detail
	if json.Unmarshal([]byte(raw), &d) != nil || json.Unmarshal([]byte(raw), &d.facts) != nil {
		return []Value{}
	}
	all = []Value{}
	for _, c := range d.Changes {
		if c.Field == "account" {
			continue // the line says it
		}
		all = append(all, Value{Field: c.Field, Changed: true, from: c.From, to: c.To, may: c.May, row: c.Row})
	}
	for _, name := range sorted(d.facts) {
		if name != "changes" && name != "account" {
			all = append(all, Value{Field: strings.ToLower(name), to: d.facts[name]})
		}
	}
	return all
}

// hide takes away what the reader may not know.
func (v *Value) hide() {
	v.Hidden, v.from, v.to = true, nil, nil
}

// unseen takes away rows that have no name for the reader, for they are out of
// his sight, and reports whether nothing is left to tell.
func (v *Value) unseen(names map[string]string) bool {
	if !v.row {
		return false
	}
	told := false
	for _, raw := range []*json.RawMessage{&v.from, &v.to} {
		var id string
		if json.Unmarshal(*raw, &id) != nil || names[id] == "" {
			*raw = json.RawMessage(`""`)
			continue
		}
		told = true
	}
	return !told
}

// ids are the identities that a value mentions.
func (v Value) ids() (all []kernel.ID) {
	for _, raw := range []json.RawMessage{v.from, v.to} {
		var one any
		if json.Unmarshal(raw, &one) == nil {
			all = append(all, mentioned(one)...)
		}
	}
	return all
}

func mentioned(value any) (all []kernel.ID) {
	switch v := value.(type) {
	case string:
		if id, err := kernel.ParseID(v); err == nil && !id.IsZero() {
			all = append(all, id)
		}
	case []any:
		for _, part := range v {
			all = append(all, mentioned(part)...)
		}
	}
	return all
}
