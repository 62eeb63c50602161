package competitor

import (
	rel "erba/analysis/relation"
	"erba/feature/method"
	"erba/feature/privacy"
	"erba/platform/audit"
	"erba/platform/db"
)

// keeper answers for who is said to be against us when somebody asks what is kept of him.
type keeper struct{ s *Service }

// Inventory says what is kept, what for and how long.
func (keeper) Inventory() []privacy.Field {
	return []privacy.Field{{Key: "competitor.opposed", Class: "C4p", Purpose: "competitor.for_deals", Basis: "privacy.basis_contract", Keep: "competitor.keep_deals"}}
}

// Tables are none.
func (keeper) Tables() []string { return nil }

// Untold is what is thought of people: of himself somebody is told as the method of
// relationships says.
func (keeper) Untold() map[string][]string {
	return map[string][]string{"competitor_rivals": {"weakness", "evidence"}}
}

// Held is in which deals somebody is said to be against us, if he is told what is
// thought of him.
func (k keeper) Held(tx *db.Tx, p privacy.Person) ([]privacy.Section, error) {
	section := privacy.Section{Key: "competitor.held", Table: "competitor_rivals"}
	cfg, _, err := method.Setting[rel.Config](k.s.Methods, tx, "M60")
	if err != nil || !cfg.Told {
		return []privacy.Section{section}, err
	}
	for _, id := range p.Of("contact") {
		all, err := against(tx, id)
		if err != nil {
			return nil, err
		}
		for _, r := range all {
			section.Rows, section.Told = append(section.Rows, r.confided()), append(section.Told, r.ID)
		}
	}
	return []privacy.Section{section}, nil
}

// confided is a judgement as he is told of it: not by whom.
func (r Rival) confided() (row privacy.Row) {
	row.Add("competitor.power", string('0'+rune(r.Power)))
	row.Add("competitor.opposition", string('0'+rune(r.Opposition)))
	row.Add("competitor.evidence", r.Evidence)
	row.Add("competitor.on", r.On.String())
	return row
}

// Erase forgets that somebody is against us.
func (k keeper) Erase(tx *db.Tx, p privacy.Person) error {
	for _, id := range p.Of("contact") {
		n, err := forget(tx, id)
		if err != nil {
			return err
		}
		if n == 0 {
			continue
		}
		if err := audit.Note(tx, "competitor.erased", "contact", id, nil); err != nil {
			return err
		}
	}
	return nil
}
