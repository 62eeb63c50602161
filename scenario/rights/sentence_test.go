package rights

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"erba/feature"
	"erba/platform/apptest"
)

// sentences say in words who may what, and how that is asked: who, the request
// about the account in a relation to him, the status, and what the answer must
// or must not hold.
const sentences = `
a rep reads an account that he owns                       | rep | GET /api/accounts/{id} owned | 200
a rep reads an account in whose team he is                | rep | GET /api/accounts/{id} in the team | 200
a rep does not see a colleague's account                  | rep | GET /api/accounts/{id} a stranger's | 404
a rep does not see what he worked on until yesterday      | rep | GET /api/accounts/{id} was in the team | 404
a rep does not see what he will work on from tomorrow     | rep | GET /api/accounts/{id} will be in the team | 404
a rep does not see an account of his region by that alone | rep | GET /api/accounts/{id} in the region | 404
a rep does not see his boss's account                     | rep | GET /api/accounts/{id} owned by the boss | 404
a rep does not see his report's account                   | rep | GET /api/accounts/{id} owned by a report | 404
a rep sees what is shared with him                        | rep | GET /api/accounts/{id} shared | 200
a rep does not write what is only shared with him         | rep | PUT /api/accounts/{id} shared | 404
a share ends with its day                                 | rep | GET /api/accounts/{id} was shared | 404
a stand-in sees what the one who is away owns             | rep | GET /api/accounts/{id} stood in for | 200
a stand-in writes it                                      | rep | PUT /api/accounts/{id} stood in for | 412
a stand-in sees nothing after the other is back           | rep | GET /api/accounts/{id} was stood in for | 404
an account that is not there is not there                 | rep | GET /api/accounts/{id} none | 404
a rep does not give an account away                       | rep | PUT /api/accounts/{id}/team owned | 403
a rep does not merge accounts                             | rep | POST /api/account-merges owned | 403
a rep adds a contact to his account                       | rep | POST /api/accounts/{account}/contacts owned | 200
a rep adds none to a colleague's                          | rep | POST /api/accounts/{account}/contacts a stranger's | 404
a rep does not see a contact of a colleague's account     | rep | GET /api/contacts/{id} a stranger's | 404
a rep sees a contact of what is shared with him           | rep | GET /api/contacts/{id} shared | 200
a rep does not change it                                  | rep | PUT /api/contacts/{id} shared | 404
a rep reads his own revenue                               | rep | GET /api/accounts/{account}/sales owned | 200 has net
a rep does not read a margin                              | rep | GET /api/accounts/{account}/sales owned | 200 lacks gross
a rep does not read what is owed                          | rep | GET /api/accounts/{account}/sales owned | 200 lacks overdue
a rep does not read a cost                                | rep | GET /api/accounts/{account}/lines owned | 200 lacks cost
a rep reads his deal                                      | rep | GET /api/opportunities/{opportunity} owned | 200 lacks floor
a rep does not read what it costs                         | rep | GET /api/opportunities/{opportunity} owned | 200 lacks unit_cost
a rep does not read what is left of it                    | rep | GET /api/opportunities/{opportunity} owned | 200 lacks margin
a rep does not read whether it is below the floor         | rep | GET /api/opportunities/{opportunity} owned | 200 lacks below
a rep reads no floor with special prices                  | rep | GET /api/opportunities/{opportunity}/prices owned | 200 lacks floor
a rep reads no list of floors                             | rep | GET /api/prices/floors none | 403
a rep does not take deals along                           | rep | GET /api/opportunities/export none | 403
a rep does not see a colleague's deal                     | rep | GET /api/opportunities/{opportunity} a stranger's | 404
a rep does not see a deal of what is shared with him      | rep | GET /api/opportunities/{opportunity} shared | 404
a rep does not see a colleague's deals by his account     | rep | GET /api/accounts/{account}/opportunities a stranger's | 404
a key account manager reads the floor of his deal         | key_account_manager | GET /api/opportunities/{opportunity} owned | 200 has floor
a director writes no deal                                 | director | PUT /api/opportunities/{opportunity} a stranger's | 403
finance sees no deal                                      | finance | GET /api/opportunities/{opportunity} owned | 403
operations writes no floor                                | operations | PUT /api/prices/floors/{product} none | 403
a rep does not read invoices                              | rep | GET /api/accounts/{account}/invoices owned | 403
a rep does not ask for key accounts to be approved        | rep | PUT /api/accounts/{account}/key-account owned | 403
a rep does not nominate                                   | rep | POST /api/accounts/{account}/nominations owned | 403
a rep does not see batches                                | rep | GET /api/batches none | 403
a rep does not see rates                                  | rep | GET /api/rates none | 403
a rep does not see users                                  | rep | GET /api/users none | 403
a rep sees the names of people                            | rep | GET /api/people none | 200
a rep reads how he is measured                            | rep | GET /api/methods none | 200
a rep does not draft another way to measure               | rep | PUT /api/methods/{id}/draft none | 403
a rep does not try one out on the accounts                | rep | POST /api/methods/{id}/simulation none | 403
a rep does not evaluate everybody                         | rep | POST /api/portfolio/evaluate none | 403
a rep does not handle requests of persons                 | rep | GET /api/privacy/requests none | 403
a rep does not change products                            | rep | POST /api/products none | 403
a rep reads products                                      | rep | GET /api/products none | 200 lacks cost
a key account manager reads the margin of his accounts    | key_account_manager | GET /api/accounts/{account}/sales owned | 200 has gross
a key account manager reads their invoices                | key_account_manager | GET /api/accounts/{account}/invoices in the team | 200
a key account manager sees no line below him              | key_account_manager | GET /api/accounts/{id} owned by a report | 404
a key account manager nominates his account               | key_account_manager | POST /api/accounts/{account}/nominations owned | 200
a key account manager does not approve it                 | key_account_manager | PUT /api/accounts/{account}/key-account owned | 403
a key account manager does not export what is shared      | key_account_manager | GET /api/batches none | 403
a manager sees what his people own                        | sales_manager | GET /api/accounts/{id} owned by a report | 200
a manager sees what their people own                      | sales_manager | GET /api/accounts/{id} owned by a report's report | 200
a manager does not see what his boss owns                 | sales_manager | GET /api/accounts/{id} owned by the boss | 404
a manager sees the accounts of his region                 | sales_manager | GET /api/accounts/{id} in the region | 200
a region does not open a key account                      | sales_manager | GET /api/accounts/{id} key account in the region | 404
a region does not open the revenue                        | sales_manager | GET /api/accounts/{account}/sales in the region | 404
a region does not open the contacts                       | sales_manager | GET /api/accounts/{account}/contacts in the region | 404
a manager does not see another line                       | sales_manager | GET /api/accounts/{id} a stranger's | 404
a manager moves an account within his line                | sales_manager | PUT /api/accounts/{id}/team owned by a report | 412
a manager does not move one of his region                 | sales_manager | PUT /api/accounts/{id}/team in the region | 404
a manager reads his line's margin                         | sales_manager | GET /api/accounts/{account}/sales owned by a report | 200 has gross
a manager does not read sensitive notes of his people     | sales_manager | GET /api/contacts/{id}/notes owned by a report | 403
a manager does not have private numbers shown             | sales_manager | PUT /api/contacts/{id}/reveal owned by a report | 403
a manager drafts a change of a method                     | sales_manager | PUT /api/methods/{id}/draft none | 404
a manager proposes it                                     | sales_manager | POST /api/methods/{id}/submission none | 404
a director sees every account                             | director | GET /api/accounts/{id} a stranger's | 200
a director reads every margin                             | director | GET /api/accounts/{account}/sales a stranger's | 200 has gross
a director does not read sensitive notes                  | director | GET /api/contacts/{id}/notes owned | 403
a director has no private number shown                    | director | PUT /api/contacts/{id}/reveal owned | 403
a director does not write contacts                        | director | PUT /api/contacts/{id} a stranger's | 403
a director does not see users' accounts                   | director | GET /api/users none | 403
a director does not merge accounts                        | director | POST /api/account-merges none | 403
finance reads every account                               | finance | GET /api/accounts/{id} a stranger's | 200
finance writes none                                       | finance | PUT /api/accounts/{id} owned | 403
finance reads every invoice                               | finance | GET /api/accounts/{account}/invoices a stranger's | 200
finance reads contacts of flagged accounts                | finance | GET /api/accounts/{account}/contacts flagged | 200
finance reads no others                                   | finance | GET /api/accounts/{account}/contacts owned | 404
finance reads no sensitive note                           | finance | GET /api/contacts/{id}/notes flagged | 403
finance exports no list of accounts                       | finance | GET /api/accounts/export none | 403
service sees a flagged account                            | service | GET /api/accounts/{id} flagged | 200
service does not see others                               | service | GET /api/accounts/{id} a stranger's | 404
service does not see what it only owns contacts of        | service | GET /api/accounts/{account}/contacts in the team | 404
service sees no revenue                                   | service | GET /api/accounts/{account}/sales flagged | 403
service sees no revenue in the list                       | service | GET /api/accounts none | 200 lacks sales_minor
service sees no class in the account                      | service | GET /api/accounts/{id} flagged | 200 lacks figures
service writes no account                                 | service | PUT /api/accounts/{id} flagged | 403
operations reads every account                            | operations | GET /api/accounts/{id} a stranger's | 200
operations tries a method out                             | operations | POST /api/methods/{id}/simulation none | 404
operations proposes a change of a method                  | operations | POST /api/methods/{id}/submission none | 404
operations does not approve                               | operations | PUT /api/accounts/{account}/key-account owned | 403
operations reads no sensitive note                        | operations | GET /api/contacts/{id}/notes owned | 403
operations has no private number shown                    | operations | PUT /api/contacts/{id}/reveal owned | 403
a rep reads what is decided about his accounts' classes   | rep | GET /api/accounts/{account}/classes owned | 200 has proposals
a rep does not read it of a colleague's account           | rep | GET /api/accounts/{account}/classes a stranger's | 404
a rep does not read it of what is shared with him         | rep | GET /api/accounts/{account}/classes shared | 404
a rep sets no class by hand                               | rep | PUT /api/accounts/{account}/classes/{model} owned | 403
a rep decides about no list of proposals                  | rep | POST /api/evaluation/decisions none | 403
a rep does not have everybody evaluated                   | rep | POST /api/evaluation/runs none | 403
a rep contests no proposal that is not there              | rep | POST /api/evaluation/proposals/{id}/objection none | 404
a key account manager sets no class by hand               | key_account_manager | PUT /api/accounts/{account}/classes/{model} owned | 403
a key account manager decides about no list               | key_account_manager | POST /api/evaluation/decisions none | 403
a manager contests nothing, he decides                    | sales_manager | POST /api/evaluation/proposals/{id}/objection none | 403
a manager decides about the list of his line              | sales_manager | POST /api/evaluation/decisions none | 422
a manager sets a class of what his people own             | sales_manager | PUT /api/accounts/{account}/classes/{model} owned by a report | 422
a manager sets none in another line                       | sales_manager | PUT /api/accounts/{account}/classes/{model} a stranger's | 404
a manager sets none in his region                         | sales_manager | PUT /api/accounts/{account}/classes/{model} in the region | 404
a manager does not have everybody evaluated               | sales_manager | POST /api/evaluation/runs none | 403
a director sets a class of every account                  | director | PUT /api/accounts/{account}/classes/{model} a stranger's | 422
a director has everybody evaluated                        | director | POST /api/evaluation/runs none | 200
finance reads how classes came into force                 | finance | GET /api/accounts/{account}/classes a stranger's | 200
finance decides about none                                | finance | POST /api/evaluation/decisions none | 403
finance does not take along who has moved                 | finance | GET /api/evaluation/movements/export none | 403
service reads nothing of classes                          | service | GET /api/accounts/{account}/classes flagged | 403
operations has everybody evaluated                        | operations | POST /api/evaluation/runs none | 200
operations decides about nothing                          | operations | POST /api/evaluation/decisions none | 403
the administrator reads no proposals                      | admin | GET /api/evaluation/proposals none | 403
the privacy officer reads none                            | privacy | GET /api/evaluation/proposals none | 403
the administrator sees no account                         | admin | GET /api/accounts/{id} owned | 403
the administrator sees no list                            | admin | GET /api/accounts none | 403
the administrator sees no revenue                         | admin | GET /api/accounts/{account}/sales owned | 403
the administrator sees no portfolio                       | admin | GET /api/portfolio/summary none | 403
the administrator drafts methods                          | admin | PUT /api/methods/{id}/draft none | 404
the administrator does not propose them                   | admin | POST /api/methods/{id}/submission none | 403
the administrator tries nothing out on accounts           | admin | POST /api/methods/{id}/simulation none | 403
the administrator sees users                              | admin | GET /api/users none | 200
the administrator does not import                         | admin | GET /api/imports none | 403
the privacy officer sees no account                       | privacy | GET /api/accounts/{id} owned | 403
the privacy officer sees no revenue                       | privacy | GET /api/accounts/{account}/sales owned | 403
the privacy officer handles requests                      | privacy | GET /api/privacy/requests none | 200
the privacy officer reads no methods                      | privacy | GET /api/methods none | 403
the privacy officer does not see users                    | privacy | GET /api/users none | 403
`

func TestMatrixInSentences(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := raise(s)
		w.trade(func(i int) int { return i })
		n := 0
		for line := range strings.Lines(strings.TrimSpace(sentences)) {
			n++
			w.say(strings.Split(strings.TrimSpace(line), "|"))
		}
		if n < 80 {
			s.Errorf("%d sentences", n)
		}
		fmt.Printf("%d sentences hold\n", n)
	})
}

// say asks what a sentence is about.
func (w *world) say(parts []string) {
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	request, relation := parts[2], ""
	for _, r := range relations {
		if strings.HasSuffix(parts[2], " "+r) && len(r) > len(relation) {
			request, relation = strings.TrimSuffix(parts[2], " "+r), r
		}
	}
	c := w.castOf(parts[1])
	want := strings.Fields(parts[3])
	for _, o := range w.routes() {
		if o.Name() != request {
			continue
		}
		v := verdict{ask{way: "session", account: c.accounts[relation]}, relation, ""}
		r := w.send(o, c, v, c.contacts[relation])
		body := r.Body.String()
		switch {
		case strconv.Itoa(r.Code) != want[0],
			len(want) == 3 && strings.Contains(body, `"`+want[2]+`":`) != (want[1] == "has"):
			w.Errorf("%s: %d %s", parts[0], r.Code, body)
		}
		return
	}
	w.Errorf("%s: there is no %s", parts[0], request)
}

func (w *world) castOf(role string) *cast {
	for _, c := range w.casts {
		if c.role == role {
			return c
		}
	}
	w.Fatalf("nobody is %s", role)
	return nil
}

// trade gives every account an order of last month, whose cost is chosen, and an invoice.
func (w *world) trade(cost func(int) int) {
	w.Work()
	w.orders("orders.csv", cost)
	var file strings.Builder
	file.WriteString("客户编码,发票号,开票日期,到期日,金额\n")
	w.eachAccount(func(i int, code string) {
		fmt.Fprintf(&file, "%s,V%d,%s,%s,%d\n", code, i, w.day(-60), w.day(-30), 500+i)
	})
	w.Book("operations", "invoices", "invoices.csv", file.String())
}

func (w *world) orders(name string, cost func(int) int) {
	var file strings.Builder
	file.WriteString("客户编码,订单号,行号,日期,金额,成本\n")
	w.eachAccount(func(i int, code string) {
		fmt.Fprintf(&file, "%s,O%d,1,%s,%d,%d\n", code, i, w.day(-30), 1000+i, cost(i))
	})
	w.Book("operations", "orders", name, file.String())
}

func (w *world) eachAccount(f func(int, string)) {
	i := 0
	for _, c := range w.casts {
		for _, relation := range relations[:len(relations)-1] {
			f(i, c.role+": "+relation)
			i++
		}
	}
}
