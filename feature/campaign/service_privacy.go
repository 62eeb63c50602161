package campaign

import (
	"erba/feature/privacy"
	"erba/platform/audit"
	"erba/platform/db"
)

// keeper answers for what is planned with people when somebody asks what is kept of him.
type keeper struct{ s *Service }

// Inventory says what is kept, what for and how long.
func (keeper) Inventory() []privacy.Field {
	return []privacy.Field{{Key: "campaign.planned_with", Class: "C4p", Purpose: "campaign.for_deals", Basis: "privacy.basis_contract", Keep: "campaign.keep_deals"}}
}

// Tables are none.
func (keeper) Tables() []string { return nil }

// Held is what is planned with somebody.
func (k keeper) Held(tx *db.Tx, p privacy.Person) ([]privacy.Section, error) {
	section := privacy.Section{Key: "campaign.planned_with", Table: "campaign_steps"}
	for _, id := range p.Of("contact") {
		all, err := with(tx, id)
		if err != nil {
			return nil, err
		}
		for _, step := range all {
			section.Rows, section.Told = append(section.Rows, step.told()), append(section.Told, step.Contact)
		}
	}
	return []privacy.Section{section}, nil
}

func (s Step) told() (row privacy.Row) {
	row.Add("campaign.topic", s.Topic)
	row.Add("campaign.step", s.Step)
	row.Add("campaign.step_on", s.On.String())
	return row
}

// Erase forgets what is planned with somebody.
func (k keeper) Erase(tx *db.Tx, p privacy.Person) error {
	for _, id := range p.Of("contact") {
		n, err := forget(tx, id)
		if err != nil {
			return err
		}
		if n == 0 {
			continue
		}
		if err := audit.Note(tx, "campaign.erased", "contact", id, nil); err != nil {
			return err
		}
	}
	return nil
}
