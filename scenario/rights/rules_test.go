// Package rights shows who may see and do what: every route for every role in
// every relation to a row, judged by a second evaluator that was written from
// the design of the rights alone and shares nothing with what it judges but the
// words of the grants.
package rights

import (
	"slices"
	"strings"
)

// rules are the design's table of roles and objects, said once more. A letter
// is how somebody stands to an account: Owner, Team, Subtree, Region, Flagged
// for service, X shared with him, All. A role that is not named may not.
const rules = `
account:read        rep OTX, key_account_manager OTX, sales_manager SRX, director A, finance A, service FT, operations A
account:open        rep OT, key_account_manager OT, sales_manager SR, operations A
account:write       rep OT, key_account_manager OT, sales_manager SR, director A, operations A
account:export      rep O, key_account_manager OT, sales_manager S, director A, operations A
account:merge       sales_manager S, operations A
account:spend       sales_manager A, operations A
account:assign      sales_manager S, director A, operations A
contact:read        rep OTX, key_account_manager OTX, sales_manager SX, director A, finance F, service F, operations A
contact:write       rep OT, key_account_manager OT, sales_manager S, operations A
contact:export      rep OT, key_account_manager OT, sales_manager S, director A, operations A
contact:direct      rep OT, key_account_manager OT
contact:personal    rep OT, key_account_manager OT, sales_manager S, director A
contact:reveal      rep OT, key_account_manager OT
contact:sensitive   rep OT, key_account_manager OT
contact:lead        key_account_manager O
contact:force       director A
ledger:read         rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
relation:read       rep T, key_account_manager OT, sales_manager S, director A
relation:write      key_account_manager OT, sales_manager S
relation:export     key_account_manager OT, sales_manager S, director A
margin:read         key_account_manager OT, sales_manager S, director A, finance A, operations A
invoice:read        key_account_manager OT, sales_manager S, director A, finance A, operations A
invoice:write       finance A, operations A
batch:read          sales_manager S, director A, finance A, operations A
batch:undo          finance A, operations A
rate:read           sales_manager A, director A, finance A, operations A
rate:write          finance A, operations A
import:read         rep OT, key_account_manager OT, sales_manager S, finance A, operations A
import:write        rep OT, key_account_manager OT, sales_manager S, finance A, operations A
import:undo         rep OT, key_account_manager OT, sales_manager S, finance A, operations A
portfolio:read      rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
portfolio:export    rep O, key_account_manager OT, sales_manager S, director A
portfolio:evaluate  sales_manager A, director A, operations A
portfolio:estimate  rep OT, key_account_manager OT, sales_manager S, director A
portfolio:nominate  key_account_manager OT, sales_manager S, director A
portfolio:approve   director A
portfolio:entrust   sales_manager S, director A
portfolio:review    key_account_manager OT, sales_manager S, director A
method:read         rep A, key_account_manager A, sales_manager A, director A, finance A, service A, operations A, admin A
method:draft        sales_manager A, director A, operations A, admin A
method:simulate     sales_manager S, director A, operations A
method:propose      sales_manager A, director A, operations A
method:approve      director A
evaluation:read     rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
evaluation:run      director A, operations A
evaluation:decide   sales_manager S, director A
evaluation:approve  director A
evaluation:contest  rep O, key_account_manager O
evaluation:override sales_manager S, director A
segment:read        rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
segment:write       rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
segment:share       sales_manager S, director A, operations A
segment:export      rep O, key_account_manager OT, sales_manager S, director A
industry:read       rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
industry:write      director A, operations A
industry:rate       key_account_manager A, sales_manager A, director A
industry:export     rep O, key_account_manager OT, sales_manager S, director A
card:read           rep OT, key_account_manager OT, sales_manager S, director A, finance A, service FT, operations A
card:use            rep O, key_account_manager OT, sales_manager S, director A
card:renew          sales_manager S, director A
card:export         key_account_manager OT, sales_manager S, director A, operations A
upgrade:read        rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
upgrade:write       rep O, key_account_manager OT, sales_manager S, director A
worth:read          key_account_manager OT, sales_manager S, director A, finance A, operations A
worth:export        key_account_manager OT, sales_manager S, director A
lifetime:read       key_account_manager OT, sales_manager S, director A, finance A, operations A
lifetime:export     key_account_manager OT, sales_manager S, director A
loss:read           key_account_manager OT, sales_manager S, director A, finance A, operations A
loss:decide         sales_manager S, director A
loss:export         key_account_manager OT, sales_manager S, director A
servicing:read      key_account_manager OT, sales_manager S, director A, finance A, operations A
servicing:rate      key_account_manager OT, sales_manager S, director A, operations A
servicing:export    key_account_manager OT, sales_manager S, director A
delivered:read      rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
delivered:write     rep OT, key_account_manager OT, sales_manager S, director A
delivered:export    rep O, key_account_manager OT, sales_manager S, director A
goal:read           rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
goal:write          rep O, key_account_manager OT, sales_manager S, director A
goal:export         rep O, key_account_manager OT, sales_manager S, director A
target:read         rep O, key_account_manager O, sales_manager S, director A, finance A, operations A
target:write        sales_manager S, director A
target:calendar     director A, operations A
target:export       rep O, key_account_manager O, sales_manager S, director A
plan:read           rep OT, key_account_manager OT, sales_manager S, director A, operations A
plan:direct         director A
plan:confirm        sales_manager S, director A
plan:export         sales_manager S, director A, operations A
action:read         rep OT, key_account_manager OT, sales_manager S, director A, service FT, operations A
action:write        rep OT, key_account_manager OT, sales_manager S, director A
action:export       key_account_manager OT, sales_manager S, director A, operations A
visit:read          rep OT, key_account_manager OT, sales_manager S, director A
visit:write         rep OT, key_account_manager OT, sales_manager S
visit:export        rep O, key_account_manager OT, sales_manager S
indicator:read      rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
indicator:customers rep OT, key_account_manager OT, sales_manager S, director A, operations A
indicator:target    director A
indicator:input     director A, finance A
indicator:export    key_account_manager OT, sales_manager S, director A, operations A
latent:read         rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
latent:decide       rep OT, key_account_manager OT, sales_manager S, director A
latent:export       rep O, key_account_manager OT, sales_manager S, director A
development:read    rep OT, key_account_manager OT, sales_manager S, director A
development:write   key_account_manager OT, sales_manager S
development:watch   sales_manager S, director A
development:export  sales_manager S, director A
risk:read           rep OT, key_account_manager OT, sales_manager S, director A
risk:write          key_account_manager OT, sales_manager S, director A
risk:export         key_account_manager OT, sales_manager S, director A
loyalty:read        rep OT, key_account_manager OT, sales_manager S, director A
loyalty:write       key_account_manager OT, sales_manager S, director A
loyalty:export      key_account_manager OT, sales_manager S, director A
maintenance:read    rep OT, key_account_manager OT, sales_manager S, director A
maintenance:write   key_account_manager OT, sales_manager S, director A
maintenance:export  key_account_manager OT, sales_manager S, director A
interaction:read    rep OT, key_account_manager OT, sales_manager S, director A
interaction:write   rep OT, key_account_manager OT, sales_manager S
interaction:export  key_account_manager OT, sales_manager S, director A
commitment:read     rep OT, key_account_manager OT, sales_manager S, director A
commitment:write    rep OT, key_account_manager OT, sales_manager S
commitment:export   key_account_manager OT, sales_manager S, director A
gift:read           rep OT, key_account_manager OT, sales_manager S, director A, finance A
gift:write          rep OT, key_account_manager OT, sales_manager S
gift:approve        sales_manager S, director A
gift:export         key_account_manager OT, sales_manager S, director A
lead:read           rep O, key_account_manager O, sales_manager S, director A
lead:write          rep O, key_account_manager O, sales_manager S
lead:plan           sales_manager A, director A
lead:export         key_account_manager O, sales_manager S, director A
fee:read            rep OT, key_account_manager OT, sales_manager S, director A, finance A
fee:request         rep O, key_account_manager OT
fee:approve         sales_manager S, director A
fee:above           director A
fee:override        director A
fee:settle          finance A
fee:export          key_account_manager OT, sales_manager S, director A, finance A
fee:budgets         sales_manager A, director A, finance A
fee:plan            director A
promotion:read      rep OT, key_account_manager OT, sales_manager S, director A, finance A
promotion:write     rep O, key_account_manager OT
promotion:export    key_account_manager OT, sales_manager S, director A, finance A
bundle:read         rep A, key_account_manager A, sales_manager A, director A, finance A
bundle:write        sales_manager A, director A
bundle:cost         sales_manager A, director A, finance A
bundle:export       sales_manager A, director A, finance A
sharing:read        key_account_manager A, sales_manager A, director A, privacy A
sharing:write       sales_manager A, director A
sharing:approve     privacy A
sharing:export      sales_manager S, director A
consent:read        rep OT, key_account_manager OT, sales_manager S, director A
consent:write       rep OT, key_account_manager OT, sales_manager S
credit:light        rep OT, key_account_manager OT, sales_manager S, director A, finance A, service F, operations A
credit:read         key_account_manager OT, sales_manager S, director A, finance A, operations A
credit:export       key_account_manager OT, sales_manager S, director A, finance A
credit:request      rep OT, key_account_manager OT, finance A
credit:write        finance A
credit:approve      sales_manager S, director A, finance A
credit:above        director A
terms:read          rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
terms:write         finance A
terms:export        key_account_manager OT, sales_manager S, director A, finance A
dayoff:read         rep A, key_account_manager A, sales_manager A, director A, finance A, operations A
dayoff:write        finance A, operations A
receivable:read     key_account_manager OT, sales_manager S, director A, finance A, operations A
receivable:write    finance A
receivable:export   key_account_manager OT, sales_manager S, director A, finance A
collection:read     key_account_manager OT, sales_manager S, director A, finance A, operations A
collection:write    key_account_manager OT, finance A
collection:dun      finance A
collection:writeoff finance A
collection:approve  director A
collection:export   key_account_manager OT, sales_manager S, director A, finance A
point:read          rep OT, key_account_manager OT, sales_manager S, director A, finance A, service FT
point:write         key_account_manager OT, sales_manager S, finance A
point:export        key_account_manager OT, sales_manager S, director A, finance A
opportunity:read    rep OT, key_account_manager OT, sales_manager S, director A
opportunity:write   rep OT, key_account_manager OT, sales_manager S
opportunity:export  key_account_manager OT, sales_manager S, director A
forecast:read       rep OT, key_account_manager OT, sales_manager S, director A
forecast:export     key_account_manager OT, sales_manager S, director A
pipeline:read       rep OT, key_account_manager OT, sales_manager S, director A
pipeline:export     key_account_manager OT, sales_manager S, director A
winloss:read        rep OT, key_account_manager OT, sales_manager S, director A
winloss:export      key_account_manager OT, sales_manager S, director A
pricing:read        rep A, key_account_manager A, sales_manager A, director A, finance A, operations A
pricing:write       director A, finance A, operations A
pricing:export      sales_manager A, director A, operations A
framework:read      rep OT, key_account_manager OT, sales_manager S, director A, finance A
framework:write     sales_manager S, director A
framework:export    key_account_manager OT, sales_manager S, director A
special:read        rep OT, key_account_manager OT, sales_manager S, director A, finance A
special:ask         rep OT, key_account_manager OT, sales_manager S
special:approve     sales_manager S, director A
special:below       director A
special:export      key_account_manager OT, sales_manager S, director A
floor:read          director A, finance A
floor:write         director A, finance A
floor:export        director A
assessment:read     rep OT, key_account_manager OT, sales_manager S, director A
assessment:write    rep OT, key_account_manager OT, sales_manager S
assessment:export   key_account_manager OT, sales_manager S, director A
assessment:override key_account_manager OT, sales_manager S, director A
competitor:read     rep OT, key_account_manager OT, sales_manager S, director A
competitor:write    rep OT, key_account_manager OT, sales_manager S
competitor:keep     key_account_manager A, sales_manager A, director A
competitor:export   key_account_manager OT, sales_manager S, director A
strategy:read       rep OT, key_account_manager OT, sales_manager S, director A
strategy:write      rep OT, key_account_manager OT, sales_manager S
strategy:export     key_account_manager OT, sales_manager S, director A
application:read    rep OT, key_account_manager OT, sales_manager S, director A
application:write   rep OT, key_account_manager OT, sales_manager S
application:export  key_account_manager OT, sales_manager S, director A
campaign:read       rep OT, key_account_manager OT, sales_manager S, director A
campaign:write      rep OT, key_account_manager OT, sales_manager S
campaign:export     key_account_manager OT, sales_manager S, director A
assessment:approve  director A
review:read         rep O, key_account_manager O, sales_manager S, director A
review:own          rep O, key_account_manager O
review:sign         sales_manager S, director A
review:export       sales_manager S, director A
product:read        rep A, key_account_manager A, sales_manager A, director A, finance A, service A, operations A
product:write       operations A, director A
user:read           admin A
user:write          admin A
user:approve        director A
user:name           rep A, key_account_manager A, sales_manager A, director A, finance A, service A, operations A, admin A, privacy A
approval:read       rep OTX, key_account_manager OTX, sales_manager SRX, director A, finance A, service FT, operations A, admin O, privacy O
approval:decide     rep OT, key_account_manager OT, sales_manager SR, director A, finance A, service FT, operations A, admin O, privacy O
job:read            rep O, key_account_manager O, sales_manager O, director A, finance O, service O, operations A, admin O, privacy O
job:cancel          rep O, key_account_manager O, sales_manager O, director A, finance O, service O, operations A, admin O, privacy O
exporting:ask       rep A, key_account_manager A, sales_manager A, director A, operations A
exporting:approve   director A
privacy:read        privacy A
privacy:handle      privacy A
privacy:pack        privacy A
privacy:erase       privacy A
team:read           rep OTX, key_account_manager OTX, sales_manager SRX, director A, finance A, service FT, operations A
team:write          sales_manager S, director A, operations A
team:share          rep O, key_account_manager O, sales_manager S, director A
team:flag           rep O, key_account_manager OT, sales_manager S, director A, operations A
team:away           rep O, key_account_manager O, sales_manager O, director O, finance O, service O, operations O
team:govern         admin A
permission:read     rep A, key_account_manager A, sales_manager A, director A, finance A, service A, operations A, admin A, privacy A
revenue:read        rep OT, key_account_manager OT, sales_manager S, director A, finance A, operations A
audit:read          key_account_manager OT, sales_manager S, director A, privacy A
audit:open          key_account_manager OT, sales_manager S, director A, finance A, service FT, privacy A, admin A
audit:open          key_account_manager OT, sales_manager S, director A, privacy A, finance A, service FT, admin A
audit:values        key_account_manager OT, sales_manager S, director A, finance A, service FT
audit:credit        finance A
audit:case          service FT
audit:access        director A, privacy A
audit:security      director A, privacy A, admin A
audit:verify        director A, privacy A, admin A
audit:retain        director A
audit:export        director A, privacy A
coverage:read       rep O, key_account_manager O, sales_manager S, director A, operations A
coverage:arrange    sales_manager S, director A
coverage:budget     sales_manager S, director A, finance A
coverage:plan       director A
coverage:export     sales_manager S, director A
claim:check         rep A, key_account_manager A, sales_manager A, director A, operations A
claim:read          rep O, key_account_manager O, sales_manager S, director A, operations A
claim:write         rep O, key_account_manager O, sales_manager O
claim:decide        sales_manager S, director A
claim:export        rep O, key_account_manager O, sales_manager S, director A, operations A
claim:govern        director A
pool:read           rep A, key_account_manager A, sales_manager A, director A, operations A
pool:take           rep A, key_account_manager A, sales_manager A
pool:assign         sales_manager S, director A, operations A
pool:give           rep O, key_account_manager O, sales_manager S, director A
pool:watch          rep O, key_account_manager OT, sales_manager S, director A, operations A
pool:export         sales_manager S, director A, operations A
pool:govern         director A
store:read          rep OT, key_account_manager OT, sales_manager S, director A
store:write         rep OT, key_account_manager OT, sales_manager S
store:export        rep O, key_account_manager OT, sales_manager S, director A
today:read          rep OT, key_account_manager OT, sales_manager S, director A, finance A, service FT, operations A, admin O, privacy O
today:write         rep OT, key_account_manager OT, sales_manager S, director A, finance A, service FT, operations A, admin O, privacy O
handover:read       rep OT, key_account_manager OT, sales_manager S, director A
handover:write      rep OT, key_account_manager OT, sales_manager S
handover:end        sales_manager S, director A
handover:export     rep O, key_account_manager OT, sales_manager S, director A
me:use              rep A, key_account_manager A, sales_manager A, director A, finance A, service A, operations A, admin A, privacy A
`

var roles = strings.Fields("rep key_account_manager sales_manager director finance service operations admin privacy")

// byHand are the verbs that no program may have: they need somebody who has just shown who he is.
var byHand = strings.Fields("sensitive sealed reveal force export pack erase approve decide govern retain")

// inPerson are what no program may do although everybody may: how its owner signs in.
var inPerson = []string{"/api/me/"}

// lettersOf reads the table: grant to role to letters.
func lettersOf(table string) map[string]map[string]string {
	all := map[string]map[string]string{}
	for line := range strings.Lines(table) {
		grant, cells, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			continue
		}
		all[grant] = map[string]string{}
		for cell := range strings.SplitSeq(cells, ",") {
			words := strings.Fields(cell)
			all[grant][words[0]] = words[1]
		}
	}
	return all
}

// lent reports whether a program may be given a grant.
func lent(grant string) bool {
	_, verb, _ := strings.Cut(grant, ":")
	return !slices.Contains(byHand, verb)
}
