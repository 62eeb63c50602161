// Package notice decides what is told to whom, by which way and when, and when
// somebody is left in peace.
package notice

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"erba/kernel"
)

// Notice is one thing that somebody ought to know.
type Notice struct {
	ID      kernel.ID      `db:"id"`
	User    kernel.ID      `db:"user_id"`
	Kind    string         `db:"kind"`       // the text key of its sentence, which a Kind declares
	Args    map[string]any `db:"-"`          // what the sentence is filled with, never private (C2, C3); {{account}} fills itself
	Account kernel.ID      `db:"account_id"` // who does not see it any more is not told either
	Path    string         `db:"path"`       // where it is dealt with, such as /visits/promises
	Said    string         `db:"args"`       // Args as they are kept
	Made    int64          `db:"made_at"`
	Read    int64          `db:"read_at"`   // 0: not yet
	Due     int64          `db:"due_at"`    // when it leaves by mail; 0: it does not
	Mailed  int64          `db:"mailed_at"` // 0: not yet
	Tries   int            `db:"tries"`
}

// Kind is one kind of notices, which everybody may have come in his own way.
type Kind struct {
	Key  string // text key of its sentence: commitment.notice_late
	Name string // text key of what it is called among the settings
	Mail bool   // comes by mail as well unless somebody wants it otherwise
	// Grant is what its reader must still be allowed to do to the account, when he
	// reads it; "": to see the account is enough.
	Grant string
	// Enclose is the event that belongs to a notice, an iCalendar object and its
	// method: such a notice is a letter of its own, at once. nil: none does. It is
	// asked under what the reader sees when the letter leaves.
	Enclose func(ctx context.Context, n Notice, mail string) (event []byte, method string, err error)
}

// way is how notices of the kind come to somebody who has not said how.
func (k Kind) way() string {
	if k.Mail {
		return Mail
	}
	return Bell
}

// The ways of a notice.
const (
	Off    = "off"
	Bell   = "bell"   // in the program alone
	Mail   = "mail"   // there, and at once by mail
	Digest = "digest" // there, and in the letter of the day
)

var ways = []string{Off, Bell, Mail, Digest}

// Told is a notice as it is read.
type Told struct {
	ID      kernel.ID `json:"id"`
	Says    string    `json:"says"`
	Path    string    `json:"path"`
	Account kernel.ID `json:"account,omitzero"`
	Made    int64     `json:"made" doc:"Microseconds UTC"`
	Read    bool      `json:"read"`
}

// Page is the latest of somebody's notices.
type Page struct {
	Rows   []Told    `json:"rows"`
	Unread int       `json:"unread" doc:"At most 100"`
	Next   kernel.ID `json:"next,omitzero"`
}

// local reports whether a path leads to a place in the program and nowhere else.
func local(path string) bool {
	return strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "//") && !strings.ContainsAny(path, `\`+"\r\n")
}

// Named is the row that an argument names.
func (n Notice) Named(arg string) (kernel.ID, error) {
	args := map[string]any{}
	if err := json.Unmarshal([]byte(n.Said), &args); err != nil {
		return kernel.ID{}, err
	}
	return kernel.ParseID(fmt.Sprint(args[arg]))
}
