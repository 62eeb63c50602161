package relation

import (
	"slices"
	"strconv"
	"strings"

	"erba/kernel"
)

// The lists of a map that can be taken along, and brought back in the same shape.
const (
	listPeople     = "people"
	listJudgements = "judgements"
	listLines      = "lines"
)

// Columns of the lists, as text keys. Values are words of the reader's language, or
// codes, which every language reads; users are named by what they sign in with.
var (
	PeopleSheet = append([]string{"relation.col_id", "relation.col_person", "relation.col_title", "relation.col_department", "relation.col_reports", "relation.col_rank", "relation.col_scope"},
		keysOf(Fields)...)
	JudgementSheet = []string{"relation.col_id", "relation.col_person", "relation.col_field", "relation.col_value", "relation.col_evidence", "relation.col_by", "relation.col_on",
		"relation.col_until", "relation.col_source"}
	LineSheet = []string{"relation.col_from_id", "relation.col_from", "relation.col_kind", "relation.col_to_id", "relation.col_to", "relation.col_says"}
)

// sheets are the columns of a list by its name.
var sheets = map[string][]string{listPeople: PeopleSheet, listJudgements: JudgementSheet, listLines: LineSheet}

func keysOf(fields []string) (keys []string) {
	for _, f := range fields {
		keys = append(keys, "relation."+f)
	}
	return keys
}

// speech turns text keys into words, and words of a file into codes.
type speech func(key string) string

// word is the value of a field as people read it; what has no words stays a code.
func (say speech) word(field, value string) string {
	switch {
	case value == "" || field == Partner:
		return value
	case field == Roles:
		all := strings.Fields(value)
		for i, role := range all {
			all[i] = say.known("relation.role_"+role, role)
		}
		return strings.Join(all, "、")
	case numeric(field):
		return value
	}
	return say.known("relation."+field+"_"+value, value)
}

// numeric reports whether the values of a field are numbers, which need no words.
func numeric(field string) bool { return field == Power || field == Closeness }

// known is what a key says, the code where it says nothing.
func (say speech) known(key, code string) string {
	if said := say(key); said != key {
		return said
	}
	return code
}

// code is a value as it is kept, of a word or of the code itself.
func (say speech) code(field, cell string, roles []string) string {
	cell = strings.TrimSpace(cell)
	if field != Roles {
		return say.among(field, cell, values[field])
	}
	var all []string
	for _, word := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune("、;；", r) }) {
		role := say.among("role", strings.TrimSpace(word), roles)
		if !slices.Contains(roles, role) { // perhaps several codes
			role = strings.Join(strings.FieldsFunc(role, func(r rune) bool { return strings.ContainsRune(" ,，", r) }), " ")
		}
		all = append(all, role)
	}
	return strings.Join(all, " ")
}

// among is the one of some codes that a word says; a word that is none stays, to be refused.
func (say speech) among(prefix, word string, codes []string) string {
	for _, code := range codes {
		if word == code || word == say("relation."+prefix+"_"+code) {
			return code
		}
	}
	return word
}

// rowOf is somebody as a row of the list of people.
func (b *board) rowOf(p Person, names map[kernel.ID]string, logins map[kernel.ID]string, say speech) []any {
	r := []any{p.ID.String(), p.Name, p.Title, p.Department, names[p.Reports], rankCell(p.Rank), strings.Join(p.Scope, " ")}
	for _, field := range Fields {
		value := p.value(field)
		if field == Partner {
			value = logins[p.Counterpart.User]
		}
		r = append(r, say.word(field, value))
	}
	return r
}

func rankCell(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// value is what stands of a field, as text.
func (p Person) value(field string) string {
	switch field {
	case Layer:
		return p.Layer
	case Roles:
		return strings.Join(p.Roles, " ")
	case Power:
		return positive(p.Power)
	case PowerFrom:
		return p.PowerFrom
	case Orientation:
		return p.Orientation
	case Adaptability:
		return p.Adaptability
	case Attitude:
		if p.Attitude == nil {
			return ""
		}
		return strconv.Itoa(*p.Attitude)
	case Level:
		return p.Level
	case Closeness:
		return positive(p.Closeness)
	case Style:
		return p.Style
	case Partner:
		return p.Counterpart.User.String()
	case Now:
		return p.Counterpart.Now
	}
	return p.Counterpart.Wanted
}

func positive(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// whom finds people of a map by what a file says: by number, else by name where
// only one is called so.
type whom struct {
	ids   map[string]kernel.ID
	names map[string][]kernel.ID
}

func (b *board) whom() whom {
	w := whom{map[string]kernel.ID{}, map[string][]kernel.ID{}}
	for _, p := range b.People {
		w.ids[p.ID.String()] = p.ID
		w.names[p.Name] = append(w.names[p.Name], p.ID)
	}
	return w
}

func (w whom) find(id, name string) (kernel.ID, error) {
	if found, is := w.ids[strings.ToUpper(id)]; is {
		return found, nil
	}
	switch all := w.names[name]; len(all) {
	case 1:
		return all[0], nil
	case 0:
		return kernel.ID{}, kernel.Invalid("relation.nobody_called", "name", name)
	}
	return kernel.ID{}, kernel.Invalid("relation.two_of_a_name", "name", name)
}

// cells are those of a row by their columns.
func cells(list string, row []string) map[string]string {
	all := map[string]string{}
	for i, key := range sheets[list] {
		if i < len(row) {
			all[strings.TrimPrefix(strings.TrimPrefix(key, "relation."), "col_")] = strings.TrimSpace(row[i])
		}
	}
	return all
}
