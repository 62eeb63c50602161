package calendar

import "erba/platform/identity"

// Grants are the rows of the matrix of calendars: there are none, for everybody
// has his own, and of visits only those that he sees.
var Grants = identity.Grants{}

// Columns are the classes of the columns of calendars: when a feed is fetched says
// when its owner looked.
var Columns = identity.Columns{
	"calendar_feeds": {"C1": "user_id name detail made_at used_at ended_at", "secret": "sealed", "own": "id"},
}
