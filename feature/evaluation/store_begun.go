package evaluation

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// beginning says of each model whether it was never evaluated.
func beginning(tx *db.Tx) ([]bool, error) {
	known, err := db.List[string](tx, `SELECT b.model FROM evaluation_begun b WHERE ?`, tx.Shared())
	all := make([]bool, len(Models))
	for at, g := range Models {
		all[at] = !slices.Contains(known, g.Model)
	}
	return all, err
}

// begun notes that all models have been evaluated.
func begun(tx *db.Tx, asOf kernel.Date) error {
	for _, g := range Models {
		if _, err := tx.Exec(`INSERT INTO evaluation_begun (model, begun_on) VALUES (?, ?) ON CONFLICT DO NOTHING`, g.Model, asOf); err != nil {
			return err
		}
	}
	return nil
}
