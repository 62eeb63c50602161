package identity

import (
	"erba/kernel"
	"erba/platform/db"
)

// above are a user and all managers above him.
func above(tx *db.Tx, user kernel.ID) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT manager_id FROM reports WHERE user_id = ? ORDER BY manager_id`, user)
}

// awayOn are the delegations of a day.
func awayOn(tx *db.Tx, day kernel.Date) ([]Delegation, error) {
	return db.List[Delegation](tx, `SELECT user_id, stand_in_id, from_on, until_on, set_by FROM delegations
		WHERE from_on <= ? AND until_on >= ? ORDER BY user_id, stand_in_id`, day, day)
}

// rulers are the users whose region is this one.
func rulers(tx *db.Tx, region string) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT user_id FROM user_regions WHERE region = ? AND region <> '' ORDER BY user_id`, region)
}
