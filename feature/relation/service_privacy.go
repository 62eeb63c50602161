package relation

import (
	rel "erba/analysis/relation"
	"erba/feature/method"
	"erba/feature/privacy"
	"erba/platform/audit"
	"erba/platform/db"
)

// keeper answers for what is thought of people when somebody asks what is kept of him.
type keeper struct{ s *Service }

// Inventory says what is kept, what for and how long.
func (keeper) Inventory() (all []privacy.Field) {
	for _, f := range append([]string{"lines"}, Fields...) {
		all = append(all, privacy.Field{Key: "relation." + f, Class: "C4p", Purpose: "relation.for_judgements", Basis: "privacy.basis_contract", Keep: "relation.keep_judgements"})
	}
	return all
}

// Tables are none.
func (keeper) Tables() []string { return nil }

// Untold is what is thought of people: of himself somebody is told as the method
// says; whoever is named in what is said of another is not told of it.
func (keeper) Untold() map[string][]string {
	return map[string][]string{"relation_judgements": {"value", "evidence", "answers"}, "relation_lines": {"says"}}
}

// Held is what is thought of somebody, if the method says that he is told.
func (k keeper) Held(tx *db.Tx, p privacy.Person) ([]privacy.Section, error) {
	section := privacy.Section{Key: "relation.held", Table: "relation_judgements"}
	cfg, _, err := method.Setting[rel.Config](k.s.methods, tx, Views)
	if err != nil || !cfg.Told {
		return []privacy.Section{section}, err
	}
	for _, id := range p.Of("contact") {
		rows, err := of(tx, id)
		if err != nil {
			return nil, err
		}
		for _, j := range rows {
			section.Rows, section.Told = append(section.Rows, j.told()), append(section.Told, j.ID)
		}
	}
	return []privacy.Section{section}, nil
}

// told is a judgement as he is told of it: not by whom.
func (j judged) told() (row privacy.Row) {
	row.Say("relation.col_field", j.Field, "relation."+j.Field)
	if numeric(j.Field) || j.Field == Roles || j.Field == Partner {
		row.Add("relation.col_value", j.Value)
	} else {
		row.Say("relation.col_value", j.Value, "relation."+j.Field+"_"+j.Value)
	}
	row.Add("relation.col_evidence", j.Evidence)
	row.Add("relation.col_on", j.On.String())
	row.Add("relation.col_until", j.Until.String())
	return row
}

// Erase forgets what is thought of somebody.
func (k keeper) Erase(tx *db.Tx, p privacy.Person) error {
	for _, id := range p.Of("contact") {
		if err := forget(tx, id); err != nil {
			return err
		}
		if err := audit.Note(tx, "relation.erased", "contact", id, nil); err != nil {
			return err
		}
	}
	return nil
}
