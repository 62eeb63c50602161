package importing

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"erba/feature/privacy"
	"erba/platform/db"
)

// traces answers for what imports keep of people: rows that were refused, what
// rows were before, the first rows of a file, and files that are still there.
type traces struct{}

// Inventory says what that is.
func (traces) Inventory() []privacy.Field {
	return []privacy.Field{{Key: "importing.held", Class: "C1", Purpose: "importing.for_repair", Basis: "privacy.basis_contract", Keep: "importing.keep_days"}}
}

// Tables are those in which Held looks for names itself.
func (traces) Tables() []string {
	return []string{"imports", "import_rejects", "import_writes", "import_parts"}
}

// Held is where somebody is named.
func (t traces) Held(tx *db.Tx, p privacy.Person) (all []privacy.Section, err error) {
	for _, table := range t.Tables() {
		found, err := tx.Mentions(table, p.Terms(), bookedAt)
		if err != nil {
			return nil, err
		}
		section := privacy.Section{Key: "importing.held", Table: table}
		for _, m := range found {
			row := privacy.Row{}
			row.Say("importing.held_in", m.Column, "importing.held_"+m.Column)
			for _, text := range naming(m.Text, p.Terms()) {
				row.Add("importing.held_text", text)
			}
			section.Rows = append(section.Rows, row)
		}
		all = append(all, section)
	}
	return all, nil
}

// Erase blanks those texts, and drops files in which he stands, or may stand:
// one that is packed cannot be searched.
func (traces) Erase(tx *db.Tx, p privacy.Person) error {
	terms := p.Terms()
	found, err := namingImports(tx, terms)
	if err != nil {
		return err
	}
	for _, r := range found {
		r.Shape, r.Report, r.Kept = blanked(r.Shape, terms), blanked(r.Report, terms), blanked(r.Kept, terms)
		if err := save(tx, r); err != nil {
			return err
		}
	}
	if err := blankRejects(tx, terms); err != nil {
		return err
	}
	return errors.Join(forgetNaming(tx, terms), dropNaming(tx, terms))
}

// naming are the texts within a JSON text that name somebody.
func naming(raw string, terms []string) (all []string) {
	walk(raw, func(text string) string {
		if isNamed(text, terms) {
			all = append(all, text)
		}
		return text
	})
	if len(all) == 0 && isNamed(raw, terms) {
		all = []string{raw}
	}
	return all
}

// blanked is a JSON text without the texts that name somebody.
func blanked(raw string, terms []string) string {
	return walk(raw, func(text string) string {
		if isNamed(text, terms) {
			return ""
		}
		return text
	})
}

func isNamed(text string, terms []string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(terms, func(term string) bool { return strings.Contains(text, strings.ToLower(term)) })
}

// walk puts every text of a JSON text through f; what is no JSON stays.
func walk(raw string, f func(string) string) string {
	var v any
	in := json.NewDecoder(strings.NewReader(raw))
	in.UseNumber()
	if in.Decode(&v) != nil {
		return raw
	}
	out, err := json.Marshal(each(v, f))
	if err != nil {
		return raw
	}
	return string(out)
}

func each(v any, f func(string) string) any {
	switch v := v.(type) {
	case string:
		return f(v)
	case []any:
		for i := range v {
			v[i] = each(v[i], f)
		}
	case map[string]any:
		for k := range v {
			v[k] = each(v[k], f)
		}
	}
	return v
}
