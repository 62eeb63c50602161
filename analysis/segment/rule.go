// Package segment decides who belongs to a segment of customers (method M23): by
// a tree of rules of a field, an operator and a value, joined by all, any and
// not; or by bands of a number, of which everybody is in exactly one.
//
// What nobody knows of a customer fulfils no rule, and fails none either: "not
// below 100" does not hold for him whose figure is unknown. A customer belongs
// to the segment if what is known of him says so for certain.
package segment

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"erba/analysis/why"
	"erba/kernel"
)

// Op is how a field is compared with a value.
type Op string

// The operators. Known asks whether there is a value at all.
const (
	Is      Op = "is"
	IsNot   Op = "is_not"
	Less    Op = "less"
	Most    Op = "most"  // at most
	Least   Op = "least" // at least
	More    Op = "more"
	OneOf   Op = "one_of"
	Holds   Op = "holds" // part of a text
	IsKnown Op = "known"
)

// Rule is a node of the tree: exactly one of All, Any, Not and Field is set.
type Rule struct {
	All   []Rule          `json:"all,omitempty"`
	Any   []Rule          `json:"any,omitempty"`
	Not   *Rule           `json:"not,omitempty"`
	Field string          `json:"field,omitempty"`
	Op    Op              `json:"op,omitempty"    enum:"is,is_not,less,most,least,more,one_of,holds,known"`
	Value json.RawMessage `json:"value,omitempty" doc:"A number, a text, a day, true or false, or for one_of a list"`
}

// Kind is what a field holds.
type Kind string

// The kinds of fields.
const (
	Number Kind = "number"
	Text   Kind = "text"
	Day    Kind = "day"
	Flag   Kind = "flag"
)

// operators are those that make sense for a kind.
var operators = map[Kind][]Op{
	Number: {Is, IsNot, Less, Most, Least, More, OneOf, IsKnown},
	Text:   {Is, IsNot, OneOf, Holds, IsKnown},
	Day:    {Is, IsNot, Less, Most, Least, More, IsKnown},
	Flag:   {Is, IsNot, IsKnown},
}

// Operators are those that make sense for a kind, in the order of a menu.
func (k Kind) Operators() []Op { return operators[k] }

// Field is something that is known of customers.
type Field struct {
	Name string   `json:"name"`
	Kind Kind     `json:"kind" enum:"number,text,day,flag"`
	Unit why.Unit `json:"unit" doc:"Of a number"`
}

const (
	deepest = 16   // levels of a tree
	widest  = 1000 // rules of a tree, and values of a list
)

// Parse reads a tree. It refuses fields it does not know, operators that make no
// sense for a field, and values of another kind, and says where they stand.
func Parse(raw []byte, fields []Field) (Rule, error) {
	var r Rule
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&r); err != nil || decoder.More() {
		return Rule{}, kernel.Invalid("segment.bad_json")
	}
	return r, r.Check(fields)
}

// Check refuses what Parse refuses.
func (r *Rule) Check(fields []Field) error {
	left := widest
	return r.check(fields, "rule", 0, &left)
}

func (r *Rule) check(fields []Field, path string, depth int, left *int) error {
	if *left--; *left < 0 || depth > deepest {
		return kernel.Invalid("segment.too_large", "path", path, "rules", widest, "levels", deepest)
	}
	if r.set() != 1 {
		return kernel.Invalid("segment.bad_node", "path", path)
	}
	if r.Field != "" {
		_, err := r.leaf(fields, path)
		return err
	}
	return r.each(path, func(path string, inner *Rule) error { return inner.check(fields, path, depth+1, left) })
}

// each goes through the rules that a node joins, up to the first error.
func (r *Rule) each(path string, f func(path string, inner *Rule) error) error {
	if r.Not != nil {
		return f(path+".not", r.Not)
	}
	word, rules := ".all[", r.All
	if len(r.Any) > 0 {
		word, rules = ".any[", r.Any
	}
	for i := range rules {
		if err := f(path+word+strconv.Itoa(i)+"]", &rules[i]); err != nil {
			return err
		}
	}
	return nil
}

// set counts what a node is.
func (r *Rule) set() (n int) {
	for _, is := range []bool{len(r.All) > 0, len(r.Any) > 0, r.Not != nil, r.Field != ""} {
		if is {
			n++
		}
	}
	if r.Field == "" && (r.Op != "" || r.Value != nil) {
		return 0 // an operator of nothing
	}
	return n
}

// leaf is a rule about a field that has been understood.
type leaf struct {
	field   int
	kind    Kind
	op      Op
	numbers []float64 // of numbers, days and flags
	texts   []string
}

func (r *Rule) leaf(fields []Field, path string) (l leaf, err error) {
	if l.field = slices.IndexFunc(fields, func(f Field) bool { return f.Name == r.Field }); l.field < 0 {
		return l, kernel.Invalid("segment.unknown_field", "path", path, "field", r.Field)
	}
	if l.kind, l.op = fields[l.field].Kind, r.Op; !slices.Contains(operators[l.kind], r.Op) {
		return l, kernel.Invalid("segment.bad_operator", "path", path, "field", r.Field, "operator", string(r.Op))
	}
	if r.Op == IsKnown {
		if r.Value != nil {
			return l, kernel.Invalid("segment.bad_value", "path", path, "field", r.Field)
		}
		return l, nil
	}
	for _, raw := range r.values() {
		if !l.take(raw) {
			return l, kernel.Invalid("segment.bad_value", "path", path, "field", r.Field)
		}
	}
	if len(l.numbers)+len(l.texts) == 0 {
		return l, kernel.Invalid("segment.bad_value", "path", path, "field", r.Field)
	}
	return l, nil
}

// values are what the field is compared with; none if it should be a list and is not.
func (r *Rule) values() (all []json.RawMessage) {
	if r.Op != OneOf {
		return []json.RawMessage{r.Value}
	}
	if json.Unmarshal(r.Value, &all) != nil || len(all) > widest {
		return nil
	}
	return all
}

// take reads a value of the kind of the field.
func (l *leaf) take(raw json.RawMessage) bool {
	var number *float64
	var text *string
	var flag *bool
	var day *kernel.Date
	switch l.kind {
	case Number:
		if json.Unmarshal(raw, &number) != nil || number == nil {
			return false
		}
		l.numbers = append(l.numbers, *number)
	case Day:
		if json.Unmarshal(raw, &day) != nil || day == nil || day.IsZero() {
			return false
		}
		l.numbers = append(l.numbers, float64(day.Ordinal()))
	case Flag:
		if json.Unmarshal(raw, &flag) != nil || flag == nil {
			return false
		}
		l.numbers = append(l.numbers, asNumber(*flag))
	default:
		if json.Unmarshal(raw, &text) != nil || text == nil || *text == "" {
			return false
		}
		l.texts = append(l.texts, *text)
	}
	return true
}

func asNumber(flag bool) float64 {
	if flag {
		return 1
	}
	return 0
}
