package forecast

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `f.opportunity_id, f.owner_id, f.process, f.stage, f.percent, f.category, f.amount_minor, f.expected_on`

// keep writes down how deals stand, in place of what was written down on that day.
func keep(tx *db.Tx, taken kernel.Date, all []stood) error {
	if _, err := tx.Exec(`DELETE FROM forecast_deals WHERE taken_on = ? AND ?`, taken, tx.Shared()); err != nil {
		return err
	}
	names := []string{"taken_on", "opportunity_id", "owner_id", "process", "stage", "percent", "category", "amount_minor", "expected_on"}
	return tx.Bulk("forecast_deals", names, len(all), func(i int, args []any) {
		d := all[i]
		copy(args, []any{taken, d.Deal, d.Owner, d.Process, d.Stage, d.Percent, d.Category, d.Amount, d.Expected})
	})
}

// forget drops what was written down before a day.
func forget(tx *db.Tx, before kernel.Date) error {
	_, err := tx.Exec(`DELETE FROM forecast_deals WHERE taken_on < ? AND ?`, before, tx.Shared())
	return err
}

// days are those on which something was written down, between two days, the first first.
func days(tx *db.Tx, from, until kernel.Date) ([]kernel.Date, error) {
	return db.List[kernel.Date](tx, `SELECT DISTINCT f.taken_on FROM forecast_deals f WHERE f.taken_on >= ? AND f.taken_on <= ? AND ? ORDER BY f.taken_on`,
		from, until, tx.Shared())
}

// on is how the deals stood on a day that the viewer sees now.
func on(tx *db.Tx, taken kernel.Date) (map[kernel.ID]*stood, error) {
	all, err := db.List[stood](tx, `SELECT `+columns+` FROM forecast_deals f JOIN opportunities o ON o.id = f.opportunity_id
		WHERE f.taken_on = ? AND ?`, taken, tx.Visible("o.row_id"))
	if err != nil {
		return nil, err
	}
	by := make(map[kernel.ID]*stood, len(all))
	for i := range all {
		by[all[i].Deal] = &all[i]
	}
	return by, nil
}
