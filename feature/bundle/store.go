package bundle

import (
	"erba/kernel"
	"erba/platform/db"
)

// partners are all of them by their names, with the ways that were weighed.
func partners(tx *db.Tx) ([]Partner, error) {
	all, err := db.List[Partner](tx, `SELECT p.id, p.name, p.note, p.by_id, p.version FROM bundle_partners p WHERE ? ORDER BY p.name, p.id`, tx.Shared())
	if err != nil {
		return nil, err
	}
	ways, err := db.List[Way](tx, `SELECT w.partner_id, w.way, w.pros, w.cons, w.cost, w.chosen FROM bundle_ways w WHERE ? ORDER BY w.partner_id, w.way`, tx.Shared())
	for i := range all {
		all[i].Ways = []Way{}
		for _, w := range ways {
			if w.Partner == all[i].ID {
				all[i].Ways = append(all[i].Ways, w)
			}
		}
	}
	return all, err
}

func addPartner(tx *db.Tx, p Partner) error {
	if err := db.Insert(tx, "bundle_partners", p); err != nil {
		return err
	}
	return weigh(tx, p)
}

func replacePartner(tx *db.Tx, p Partner) error {
	if err := tx.Replace(`UPDATE bundle_partners SET name = ?, note = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`, p.Name, p.Note, p.ID, p.Version, tx.Shared()); err != nil {
		return err
	}
	return weigh(tx, p)
}

// weigh writes the ways that were weighed anew.
func weigh(tx *db.Tx, p Partner) error {
	if _, err := tx.Exec(`DELETE FROM bundle_ways WHERE partner_id = ? AND ?`, p.ID, tx.Shared()); err != nil {
		return err
	}
	for i := range p.Ways {
		p.Ways[i].Partner = p.ID
	}
	return db.Insert(tx, "bundle_ways", p.Ways...)
}

// bundles are all packages by their names, with what they consist of and earn.
func bundles(tx *db.Tx) ([]Bundle, error) {
	all, err := db.List[Bundle](tx, `SELECT b.id, b.name, b.note, b.price, b.ended_on, b.by_id, b.made_on, b.version FROM bundles b WHERE ? ORDER BY b.name, b.id`, tx.Shared())
	if err != nil {
		return nil, err
	}
	items, err := db.List[Item](tx, `SELECT i.bundle_id, i.place, i.name, i.partner_id, i.cost FROM bundle_items i WHERE ? ORDER BY i.bundle_id, i.place`, tx.Shared())
	by := map[kernel.ID][]Item{}
	for _, item := range items {
		by[item.Bundle] = append(by[item.Bundle], item)
	}
	for i := range all {
		all[i].Items = by[all[i].ID]
		all[i].reckon()
	}
	return all, err
}

func addBundle(tx *db.Tx, b Bundle) error {
	if err := db.Insert(tx, "bundles", b); err != nil {
		return err
	}
	return db.Insert(tx, "bundle_items", b.Items...)
}

func replaceBundle(tx *db.Tx, b Bundle) error {
	if err := tx.Replace(`UPDATE bundles SET name = ?, note = ?, price = ?, ended_on = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		b.Name, b.Note, b.Asked, b.Ended, b.ID, b.Version, tx.Shared()); err != nil {
		return err
	}
	if _, err := tx.Exec(`DELETE FROM bundle_items WHERE bundle_id = ? AND ?`, b.ID, tx.Shared()); err != nil {
		return err
	}
	return db.Insert(tx, "bundle_items", b.Items...)
}
