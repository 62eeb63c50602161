// Package interaction decides when who of us was in touch with whom at an
// account, in whichever way, and how fast we answered (method M89). It is the
// only place that says so: visits write themselves down here, too.
package interaction

import (
	"slices"
	"strings"
	"time"

	"erba/kernel"
)

// The ways of being in touch.
const (
	Visit  = "visit"
	Phone  = "phone"
	Mail   = "mail"
	SMS    = "sms"
	Chat   = "chat"
	Social = "social"
	Event  = "event"
)

// Channels are all of them.
var Channels = []string{Visit, Phone, Mail, SMS, Chat, Social, Event}

// Who began.
const (
	Out = "out" // we
	In  = "in"  // they
)

// Interaction is one contact with an account. Instants are microseconds UTC.
type Interaction struct {
	ID        kernel.ID   `json:"id"             db:"id"`
	Account   kernel.ID   `json:"account"        db:"account_id" row:"account"`
	On        kernel.Date `json:"on"             db:"held_on"`
	At        int64       `json:"at"             db:"held_at"     doc:"Microseconds since 1970, UTC; 0: only the day is known"`
	Channel   string      `json:"channel"        db:"channel"     enum:"visit,phone,mail,sms,chat,social,event"`
	Direction string      `json:"direction"      db:"direction"   enum:"out,in" doc:"in: they began"`
	Subject   string      `json:"subject"        db:"subject"`
	Visit     kernel.ID   `json:"visit,omitzero" db:"visit_id"    doc:"The visit that it was"`
	Waits     bool        `json:"waits"          db:"waits"       doc:"They wait for our answer"`
	Answered  int64       `json:"answered"       db:"answered_at" doc:"When we first answered; 0: not, or nothing was asked"`
	By        kernel.ID   `json:"by,omitzero"    db:"by_id"       doc:"Who wrote it down"`
	Version   int64       `json:"version"        db:"version"`
	People    []kernel.ID `json:"-" db:"-"` // contacts of the account
	Users     []kernel.ID `json:"-" db:"-"` // of us
}

// Revision is the version that a change must name.
func (i Interaction) Revision() int64 { return i.Version }

// Asked reports whether they asked for an answer, given or not.
func (i Interaction) Asked() bool { return i.Waits || i.Answered > 0 }

const (
	longest = 300 // characters of a subject
	most    = 30  // people of one side
)

// Check reports the first rule that a contact breaks on a day.
func (i Interaction) Check(today kernel.Date) error {
	switch {
	case !slices.Contains(Channels, i.Channel):
		return kernel.Invalid("interaction.bad_channel").In("channel")
	case i.Direction != Out && i.Direction != In:
		return kernel.Invalid("interaction.bad_direction").In("direction")
	case len([]rune(i.Subject)) < 2 || len([]rune(i.Subject)) > longest:
		return kernel.Invalid("interaction.bad_subject", "max", longest).In("subject")
	case i.On.IsZero() || i.On.Compare(today) > 0 || i.On.Compare(today.AddMonths(-120)) < 0:
		return kernel.Invalid("interaction.bad_day").In("on")
	case i.Asked() && i.Direction != In:
		return kernel.Invalid("interaction.asks_themselves").In("asks")
	case i.Asked() && i.At == 0:
		return kernel.Invalid("interaction.no_hour").In("at")
	case i.Answered > 0 && i.Answered < i.At:
		return kernel.Invalid("interaction.answered_before").In("answered")
	case len(i.People) > most || len(i.Users) > most:
		return kernel.Invalid("interaction.too_many", "max", most).In("people")
	}
	return nil
}

// tidy trims, and leaves everybody in once.
func (i *Interaction) tidy() {
	i.Subject = strings.TrimSpace(i.Subject)
	i.People, i.Users = once(i.People), once(i.Users)
}

func once(ids []kernel.ID) []kernel.ID {
	ids = slices.Clone(ids)
	slices.SortFunc(ids, kernel.ID.Compare)
	return slices.DeleteFunc(slices.Compact(ids), kernel.ID.IsZero)
}

// Link is who of us is in touch with whom of them.
type Link struct {
	Contact kernel.ID   `json:"contact" db:"contact_id"`
	User    kernel.ID   `json:"user"    db:"user_id"`
	Count   int         `json:"count"   db:"times"`
	Both    bool        `json:"both"    doc:"Both began, or they met"`
	Last    kernel.Date `json:"last"    db:"last_on"`
}

// instant is the time of microseconds since 1970.
func instant(micro int64) time.Time { return time.UnixMicro(micro) }
