package card

import (
	"erba/analysis/membership"
	"erba/kernel"
)

// Listed is a card as it is listed.
type Listed struct {
	Card
	Code  string    `json:"code"`
	Name  string    `json:"name"`
	Owner kernel.ID `json:"owner,omitzero"`
	Soon  bool      `json:"soon" doc:"It is about to expire"`
}

// Count is how many accounts hold a card of a level.
type Count struct {
	Level string `json:"level" db:"level" enum:"SILVER,GOLD,PLATINUM"`
	Count int    `json:"count" db:"n"`
	Soon  int    `json:"soon"  db:"soon" doc:"How many of them are about to expire"`
}

// Cards is a page of the cards that count.
type Cards struct {
	Rows   []Listed  `json:"rows"`
	Counts []Count   `json:"counts" doc:"Of all in sight, from the highest level down"`
	Next   kernel.ID `json:"next,omitzero"`
}

// Badge is the level that an account holds.
type Badge struct {
	Account kernel.ID `json:"account" db:"account_id"`
	Level   string    `json:"level"   db:"level" enum:"SILVER,GOLD,PLATINUM"`
}

// Sheet is what there is to say about the card of an account.
type Sheet struct {
	Today kernel.Date      `json:"today"`
	Card  *Card            `json:"card"   doc:"null: it holds none"`
	Next  *Card            `json:"next"   doc:"The one that follows it; null: it has not been renewed"`
	Past  []Card           `json:"past"   doc:"The latest first"`
	Uses  []Use            `json:"uses"   doc:"The latest first"`
	Lift  *membership.Lift `json:"lift"   doc:"What the next card asks for; null: there is none above"`
	Due   string           `json:"due"    doc:"The card that the method gives now: SILVER, GOLD, PLATINUM or empty"`
	Open  bool             `json:"open"   doc:"Too little is known of it: nothing follows from the card that the method gives now"`
	Renew bool             `json:"renew"  doc:"It may be renewed now, by the viewer"`
	May   bool             `json:"may"    doc:"The viewer may note what is used"`
}

// all are every level with its count, from the highest down.
func all(found []Count) []Count {
	every := make([]Count, 0, len(Levels))
	for i := len(Levels) - 1; i >= 0; i-- {
		c := Count{Level: Levels[i]}
		for _, one := range found {
			if one.Level == c.Level {
				c = one
			}
		}
		every = append(every, c)
	}
	return every
}
