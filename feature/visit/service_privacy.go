package visit

import (
	"erba/feature/privacy"
	"erba/platform/audit"
	"erba/platform/db"
)

// keeper answers for what visits keep of people when somebody asks.
type keeper struct{}

// Inventory says what is kept, what for and how long.
func (keeper) Inventory() (all []privacy.Field) {
	for _, key := range []string{"visit.kept_met", "visit.kept_voice", "visit.kept_hours"} {
		all = append(all, privacy.Field{Key: key, Class: "C2", Purpose: "visit.for_visits", Basis: "privacy.basis_contract", Keep: "visit.keep_visits"})
	}
	return all
}

// Tables are none: where else his name stands is looked for by who asks.
func (keeper) Tables() []string { return nil }

// Held are the visits at which somebody was, and what he said there.
func (keeper) Held(tx *db.Tx, p privacy.Person) ([]privacy.Section, error) {
	section := privacy.Section{Key: "visit.held", Table: "visits"}
	for _, id := range p.Of("contact") {
		all, err := metOn(tx, id)
		if err != nil {
			return nil, err
		}
		for _, v := range all {
			var row privacy.Row
			row.Add("visit.sheet_day", v.Day.String())
			row.Say("visit.sheet_channel", v.Channel, "visit.channel_"+v.Channel)
			row.Add("visit.sheet_purpose", v.Purpose)
			if v.VoiceOf == id {
				row.Add("visit.sheet_voice", v.Voice)
			}
			section.Rows, section.Told = append(section.Rows, row), append(section.Told, v.ID)
		}
	}
	return []privacy.Section{section}, nil
}

// Erase takes somebody out of all visits, and what he said there.
func (keeper) Erase(tx *db.Tx, p privacy.Person) error {
	for _, id := range p.Of("contact") {
		if err := forget(tx, id); err != nil {
			return err
		}
		if err := audit.Note(tx, "visit.erased", "contact", id, nil); err != nil {
			return err
		}
	}
	return nil
}
