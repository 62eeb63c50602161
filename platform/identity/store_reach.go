package identity

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// fact is one thing on which a standing rests.
type fact struct {
	Away   kernel.ID `db:"away"` // whom he stands in for
	Region string    `db:"region"`
	Shares bool      `db:"shares"`
}

// stand finds out how a user stands to rows on a day, but for the counts.
func stand(tx *db.Tx, user kernel.ID, day kernel.Date) (standing, error) {
	s := standing{today: day, who: []kernel.ID{user}}
	facts, err := db.List[fact](tx, `
		SELECT d.user_id AS away, '' AS region, FALSE AS shares FROM delegations d
		WHERE d.stand_in_id = ? AND d.from_on <= ? AND d.until_on >= ?
		UNION ALL
		SELECT NULL, r.region, FALSE FROM user_regions r WHERE r.user_id = ?
		UNION ALL
		SELECT NULL, '', TRUE WHERE EXISTS (
			SELECT 1 FROM row_shares x WHERE x.user_id = ? AND x.from_on <= ? AND x.until_on >= ?)`,
		user, day, day, user, user, day, day)
	for _, f := range facts {
		switch {
		case !f.Away.IsZero():
			s.who = append(s.who, f.Away)
		case f.Region != "":
			s.regions = append(s.regions, f.Region)
		}
		s.shares = s.shares || f.Shares
	}
	slices.Sort(s.regions)
	return s, err
}

// count counts what each relation opens, up to few.
func (s standing) count(tx *db.Tx) (counts, error) {
	return db.Find[counts](tx, `SELECT (?) AS own, (?) AS team, (?) AS line, (?) AS regional, (?) AS flagged, (?) AS shared`,
		s.rows(Own), s.rows(Team), s.rows(Line), s.rows(Region), s.rows(Flagged), s.rows(Shared))
}

func (s standing) rows(r Relation) db.Cond {
	all := s.sources(r)
	if len(all) == 0 {
		return db.Cond{Text: "0"}
	}
	return db.If(true, "SELECT count(*) FROM (SELECT 1 FROM "+all[0].from+" WHERE ? LIMIT ?) AS opened", all[0].where, db.Most(few+1))
}

// among are those of some rows that the relations open.
func (s standing) among(tx *db.Tx, r Relation, rows []kernel.ID) (found []kernel.ID, err error) {
	all := s.sources(r)
	if len(all) == 0 {
		return nil, nil
	}
	for some := range slices.Chunk(rows, chunk) {
		part, err := db.List[kernel.ID](tx, `?`, joined(all, "", " UNION ALL ", "", func(f source) db.Cond {
			return db.If(true, "SELECT "+f.row+" FROM "+f.from+" WHERE ? AND ?", f.where, db.In(f.row, some...))
		}))
		if err != nil {
			return nil, err
		}
		found = append(found, part...)
	}
	return found, nil
}
