// Package claim decides whether a company is taken, and who has registered it for
// how long. Who asks learns that it is, and nothing about whose it is; where two
// want the same company, whoever leads both decides.
package claim

import (
	"slices"
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

// The states of a claim.
const (
	Asked    = "asked"    // something similar is there: a manager looks at it
	Clashing = "clashing" // somebody else has the company, or has claimed it before
	Granted  = "granted"  // it counts, until its last day
	Refused  = "refused"  // a manager has decided otherwise
	Expired  = "expired"
	Returned = "returned" // given back
	Opened   = "opened"   // there is an account now
)

// Live are the states in which a claim still stands.
var Live = []string{Asked, Clashing, Granted}

// Company is what somebody says of a company.
type Company struct {
	Name   string `json:"name"             db:"name"   maxLength:"120"`
	City   string `json:"city,omitempty"   db:"city"   maxLength:"60"`
	USCC   string `json:"uscc,omitempty"   db:"uscc"   maxLength:"18" doc:"Unified social credit code"`
	Phone  string `json:"phone,omitempty"  db:"phone"  maxLength:"30" doc:"The switchboard"`
	Domain string `json:"domain,omitempty" db:"domain" maxLength:"60" doc:"Of its site or its mail, such as hengyuan.cn"`
}

// tidy writes the fields the way they are compared.
func (c *Company) tidy() {
	for _, text := range []*string{&c.Name, &c.City, &c.Phone} {
		*text = strings.TrimSpace(*text)
	}
	c.USCC = strings.ToUpper(strings.TrimSpace(c.USCC))
	c.Domain = domain(c.Domain)
}

// domain is that of an address of a site or of a mail, without what stands around it.
func domain(text string) string {
	text = strings.ToLower(strings.TrimSpace(text))
	if _, after, mail := strings.Cut(text, "@"); mail {
		text = after
	}
	if _, after, site := strings.Cut(text, "://"); site {
		text = after
	}
	text, _, _ = strings.Cut(text, "/")
	return strings.TrimPrefix(text, "www.")
}

// mailboxes are whose domain says nothing of a company: anybody has his mail there.
var mailboxes = []string{"qq.com", "vip.qq.com", "foxmail.com", "163.com", "vip.163.com", "126.com", "yeah.net", "139.com", "189.cn", "wo.cn", "sina.com", "sina.cn",
	"sohu.com", "aliyun.com", "tom.com", "21cn.com", "gmail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "yahoo.com"}

const shortest = 2 // characters of a name, of a reason

// check reports what a company lacks to be asked about.
func (c Company) check() error {
	switch {
	case c.Name == "" && c.USCC == "" && c.Phone == "" && c.Domain == "":
		return kernel.Invalid("claim.nothing_said")
	case c.Name != "" && len([]rune(c.Name)) < shortest:
		return kernel.Invalid("claim.short_name")
	case c.USCC != "" && clean.USCC(c.USCC) != nil:
		return kernel.Invalid("claim.bad_uscc", "uscc", c.USCC)
	case c.Domain != "" && !strings.Contains(c.Domain, "."):
		return kernel.Invalid("claim.bad_domain", "domain", c.Domain)
	case slices.Contains(mailboxes, c.Domain):
		return kernel.Invalid("claim.mailbox", "domain", c.Domain)
	}
	return nil
}

// same reports whether two people speak of one company.
func (c Company) same(other Company) bool {
	switch {
	case c.USCC != "" && other.USCC != "":
		return c.USCC == other.USCC
	case c.Domain != "" && c.Domain == other.Domain:
		return true
	}
	elsewhere := c.City != "" && other.City != "" && clean.CompanyKey(c.City) != clean.CompanyKey(other.City)
	return c.Name != "" && !elsewhere && clean.CompanyCore(c.Name) == clean.CompanyCore(other.Name)
}

// Claim says that somebody wants to win a company.
type Claim struct {
	ID   kernel.ID `json:"id"   db:"id"`
	User kernel.ID `json:"user" db:"user_id" doc:"Who claims it"`
	Company
	Region   string      `json:"region"   db:"region"`
	Project  string      `json:"project"  db:"project"`
	Evidence string      `json:"evidence" db:"evidence"`
	Reason   string      `json:"reason"   db:"reason"`
	State    string      `json:"state"    db:"state" enum:"asked,clashing,granted,refused,expired,returned,opened"`
	Asked    kernel.Date `json:"asked"    db:"asked_on"`
	Until    kernel.Date `json:"until"    db:"until_on" doc:"The last day on which it counts; empty: it never did"`
	Renewals int64       `json:"renewals" db:"renewals" doc:"How often it was renewed"`
	Account  kernel.ID   `json:"account,omitzero" db:"account_id" sees:"account:read" doc:"What has become of it"`
	Decided  kernel.Date `json:"decided"  db:"decided_on" doc:"Empty: nobody has had to decide, or not yet"`
	Decision string      `json:"decision" db:"decision"   doc:"What the manager says"`
	Version  int64       `json:"version"  db:"version"`

	Warned       bool      `json:"-" db:"warned"`
	RivalAccount kernel.ID `json:"-" db:"rival_account_id"`
	RivalClaim   kernel.ID `json:"-" db:"rival_claim_id"`
	Rival        kernel.ID `json:"-" db:"rival_id"` // whose the rival is
	Decider      kernel.ID `json:"-" db:"decider_id"`
	DecidedBy    kernel.ID `json:"-" db:"decided_by_id"`
}

// Revision is the version that a change must name to replace it.
func (c Claim) Revision() int64 { return c.Version }

// stateKey is the text key of the state.
func (c Claim) stateKey() string { return "claim.state_" + c.State }

// Check reports the first rule that a new claim breaks.
func (c Claim) Check() error {
	if c.Name == "" {
		return kernel.Invalid("claim.no_name")
	}
	if err := c.Company.check(); err != nil {
		return err
	}
	for key, text := range map[string]string{"claim.no_reason": c.Reason, "claim.no_evidence": c.Evidence, "claim.no_project": c.Project} {
		if len([]rune(strings.TrimSpace(text))) < shortest {
			return kernel.Invalid(key)
		}
	}
	return nil
}

// Stands reports whether a claim still stands.
func (c Claim) Stands() bool { return slices.Contains(Live, c.State) }

// last is the last day on which a live claim stands: who has asked waits for a
// decision no longer than it would count.
func (c Claim) last(r Rules) kernel.Date {
	if c.State == Granted {
		return c.Until
	}
	return c.Asked.Add(int(r.Days))
}

// holds reports whether it keeps others away on a day.
func (c Claim) holds(today kernel.Date) bool {
	return c.State == Asked || c.State == Clashing || c.State == Granted && c.Until.Compare(today) >= 0
}
