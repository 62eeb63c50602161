package audit

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"regexp"
	"strings"

	"erba/kernel"
	"erba/platform/db"
)

// Change is a field that has another value than before. The values are JSON.
type Change struct {
	Field string          `json:"field"`
	From  json.RawMessage `json:"from"`
	To    json.RawMessage `json:"to"`
	May   string          `json:"may,omitempty"` // the grant without which the values are not shown
	Row   bool            `json:"row,omitempty"` // the values name a row: to who does not see that, none
}

// Changed adds what the transaction's user changed of a record: the fields
// that differ, with their old and new values. A nil before is a record that is
// new, a nil after one that is gone. Values of class C3 and C5 are never
// written; of C2, only as much as a mask shows.
func Changed(tx *db.Tx, verb, object string, id kernel.ID, before, after any) error {
	return ChangedAll(tx, verb, object, []Record{{id, before, after}})
}

// changed is the detail of a record that was changed.
type changed struct {
	Account kernel.ID `json:"account,omitzero"`
	Changes []Change  `json:"changes"`
}

func changedIn(object string, r Record) (changed, error) {
	detail := changed{accountOf(object, r.ID, r.After), []Change{}}
	if detail.Account.IsZero() {
		detail.Account = accountOf(object, r.ID, r.Before)
	}
	return detail, differ(&detail.Changes, Change{}, "", pointed(r.Before, r.After), pointed(r.After, r.Before))
}

// pointed is the value itself, or the empty one of the other's type.
func pointed(one, other any) reflect.Value {
	v := reflect.Indirect(reflect.ValueOf(one))
	if v.IsValid() {
		return v
	}
	return reflect.Zero(reflect.Indirect(reflect.ValueOf(other)).Type())
}

// differ lists the leaves below at in which two values of a type differ.
func differ(all *[]Change, at Change, class string, before, after reflect.Value) error {
	if !whole(before.Type()) {
		for i := range before.NumField() {
			f := before.Type().Field(i)
			part, shown := named(at, f)
			if !shown {
				continue
			}
			if err := differ(all, part, f.Tag.Get("class"), before.Field(i), after.Field(i)); err != nil {
				return err
			}
		}
		return nil
	}
	var err error
	if at.From, err = value(before, class); err != nil {
		return err
	}
	if at.To, err = value(after, class); err != nil {
		return err
	}
	if !same(before, after) {
		*all = append(*all, at)
	}
	return nil
}

// named says under which name a field is remembered, if it may be at all.
func named(at Change, f reflect.StructField) (Change, bool) {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if class := f.Tag.Get("class"); name == "-" || class == "C3" || class == "C5" || !f.IsExported() && !f.Anonymous {
		return at, false
	}
	if may := f.Tag.Get("may"); may != "" && !strings.Contains(may, "=") {
		at.May = may
	}
	at.Row = f.Tag.Get("sees") != ""
	switch {
	case f.Anonymous:
		return at, true
	case at.Field == "" && name == "id": // the entry names it
		return at, false
	case name == "":
		name = strings.ToLower(f.Name)
	}
	if at.Field != "" {
		name = at.Field + "." + name
	}
	at.Field = name
	return at, true
}

var (
	texts = reflect.TypeFor[encoding.TextMarshaler]()
	jsons = reflect.TypeFor[json.Marshaler]()
)

// whole reports whether a value is compared as one, not field by field.
func whole(t reflect.Type) bool {
	return t.Kind() != reflect.Struct || t.Implements(texts) || t.Implements(jsons)
}

func same(before, after reflect.Value) bool {
	one, _ := json.Marshal(before.Interface())
	other, _ := json.Marshal(after.Interface())
	return bytes.Equal(one, other)
}

// value is a leaf as JSON; a private one behind a mask.
func value(v reflect.Value, class string) (json.RawMessage, error) {
	if class != "C2" || v.IsZero() {
		return json.Marshal(v.Interface())
	}
	if v.Kind() == reflect.String {
		return json.Marshal(Masked(v.String()))
	}
	return json.Marshal(Masked(""))
}

// words are letters with a space between, or in another script than addresses have.
var words = regexp.MustCompile(`[^ -~]|[A-Za-z].* | .*[A-Za-z]`)

// Masked is a private text as everybody may see it: of a number or an address
// its ends, 138****1234; of words nothing, since they may begin with a name.
func Masked(text string) string {
	if len(text) < 8 || words.MatchString(text) {
		return "****"
	}
	return text[:3] + "****" + text[len(text)-4:]
}

// accountOf is the account that an entry is about: the object itself, or what
// the detail names as its account.
func accountOf(object string, id kernel.ID, detail any) kernel.ID {
	if object == "account" {
		return id
	}
	v := reflect.Indirect(reflect.ValueOf(detail))
	switch {
	case !v.IsValid():
	case v.Kind() == reflect.Map && v.Type().Key().Kind() == reflect.String:
		return idIn(v.MapIndex(reflect.ValueOf("account").Convert(v.Type().Key())))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && (f.Name == "Account" || f.Tag.Get("row") == "account") {
				return idIn(v.Field(i))
			}
		}
	}
	return kernel.ID{}
}

func idIn(v reflect.Value) kernel.ID {
	if !v.IsValid() {
		return kernel.ID{}
	}
	id, _ := v.Interface().(kernel.ID)
	return id
}

// Record is a record that was changed together with others.
type Record struct {
	ID            kernel.ID
	Before, After any
}

// ChangedAll is Changed for many records of one kind, as an import changes them.
func ChangedAll(tx *db.Tx, verb, object string, all []Record) error {
	entries := make([]Entry, len(all))
	for i, r := range all {
		detail, err := changedIn(object, r)
		if err == nil {
			entries[i], err = entry(tx, logOf(object), verb, object, r.ID, detail)
		}
		if err != nil {
			return err
		}
	}
	return addAll(tx, entries)
}
