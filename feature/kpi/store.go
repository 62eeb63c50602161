package kpi

import (
	"erba/kernel"
	"erba/platform/db"
)

// targets are all that are set.
func targets(tx *db.Tx) (map[string]Target, error) {
	all, err := db.List[Target](tx, `SELECT t.name, t.target, t.owner_id, t.by_id, t.set_on, t.version FROM indicator_targets t WHERE ?`, tx.Shared())
	found := map[string]Target{}
	for _, t := range all {
		found[t.Name] = t
	}
	return found, err
}

func addTarget(tx *db.Tx, t Target) error { return db.Insert(tx, "indicator_targets", t) }

// replaceTarget writes over the version that somebody has read.
func replaceTarget(tx *db.Tx, t Target) error {
	return tx.Replace(`UPDATE indicator_targets SET target = ?, owner_id = ?, by_id = ?, set_on = ?, version = version + 1
		WHERE name = ? AND version = ? AND ?`, t.Target, t.Owner, t.By, t.On, t.Name, t.Version, tx.Shared())
}

const inputColumns = `i.id, i.kind, i.month_on, i.amount_minor, i.source, i.by_id, i.entered_on, i.back_on, i.back_id`

// inputs are those of some months that count.
func inputs(tx *db.Tx, from, to kernel.Date) ([]Input, error) {
	return db.List[Input](tx, `SELECT `+inputColumns+` FROM indicator_inputs i WHERE i.back_on IS NULL AND i.month_on >= ? AND i.month_on <= ? AND ?`, from, to, tx.Shared())
}

// entered are the latest ones, those that were taken back among them.
func entered(tx *db.Tx, limit int) ([]Input, error) {
	return db.List[Input](tx, `SELECT `+inputColumns+` FROM indicator_inputs i WHERE ? ORDER BY i.month_on DESC, i.id DESC LIMIT ?`, tx.Shared(), limit)
}

func input(tx *db.Tx, id kernel.ID) (Input, error) {
	return db.Find[Input](tx, `SELECT `+inputColumns+` FROM indicator_inputs i WHERE i.id = ? AND ?`, id, tx.Shared())
}

func addInputs(tx *db.Tx, all ...Input) error { return db.Insert(tx, "indicator_inputs", all...) }

// takeBack lets an input count no more; once.
func takeBack(tx *db.Tx, i Input) error {
	return tx.Replace(`UPDATE indicator_inputs SET back_on = ?, back_id = ? WHERE id = ? AND back_on IS NULL AND ?`, i.Back, i.BackBy, i.ID, tx.Shared())
}
