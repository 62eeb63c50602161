package handover

import (
	"encoding/json"
	"slices"

	"erba/feature/privacy"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// keeper answers for what accepted packs remember of people when somebody asks.
type keeper struct{}

// Inventory says what is kept, what for and how long.
func (keeper) Inventory() []privacy.Field {
	return []privacy.Field{{Key: "handover.kept", Class: "C4p", Purpose: "handover.for_successors", Basis: "privacy.basis_contract", Keep: "handover.keep"}}
}

// Tables are none: notes and questions are searched like any text.
func (keeper) Tables() []string { return nil }

// Untold are the packs: what is thought of somebody he is told, if at all, by who
// keeps it.
func (keeper) Untold() map[string][]string { return map[string][]string{"handovers": {"pack"}} }

// Held is nothing more than those told of who keep it.
func (keeper) Held(*db.Tx, privacy.Person) ([]privacy.Section, error) { return nil, nil }

// Erase takes somebody out of all packs that were accepted.
func (keeper) Erase(tx *db.Tx, p privacy.Person) error {
	for _, id := range p.Of("contact") {
		all, err := naming(tx, id)
		if err != nil {
			return err
		}
		for _, h := range all {
			if err := forget(tx, h, id); err != nil {
				return err
			}
		}
		if err := audit.Note(tx, "handover.erased", "contact", id, nil); err != nil {
			return err
		}
	}
	return nil
}

// forget takes somebody out of one pack.
func forget(tx *db.Tx, h Listed, contact kernel.ID) error {
	var kept Pack
	if err := json.Unmarshal([]byte(h.Frozen), &kept); err != nil {
		return err
	}
	for i, part := range kept.Sections {
		kept.Sections[i] = section(part.Kind, slices.DeleteFunc(part.Lines, func(l Line) bool { return l.Contact == contact }))
	}
	frozen, err := json.Marshal(kept)
	if err != nil {
		return err
	}
	h.Frozen = string(frozen)
	return replace(tx, h.Handover)
}
