package speed

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"erba/feature"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	accounts = 100_000
	lines    = 1_000_000
	password = "as fast as can be"
)

// company has a director who sees all, a manager who sees five accounts of a
// hundred, and a rep who sees one of a thousand.
type company struct {
	*testing.T
	bin, dsn string
	orders   string // the file
	names    []string
	users    map[string]kernel.ID
	*app.Kit // the same product inside the test, for what has no address
}

// roles are those whose lists are measured.
var roles = []string{"director", "manager", "rep"}

// found makes the company and imports its accounts.
func found(t *testing.T, bin, dsn string) *company {
	c := &company{T: t, bin: bin, dsn: dsn, users: map[string]kernel.ID{}}
	d, err := db.Open(dsn)
	must(t, err)
	t.Cleanup(func() { d.Close() })
	must(t, feature.Product.Migrate(t.Context(), d))
	p, err := feature.Product.Start(d)
	must(t, err)
	c.Kit = p.Kit
	c.hire("director", "operations", "") // who sees as much, and signs in without a second factor
	c.hire("manager", "sales_manager", "director")
	c.hire("rep", "rep", "manager")
	c.hire("other", "rep", "manager")
	c.hire("rest", "rep", "director")
	c.run("import", "accounts", c.customers(0, share(accounts)))
	c.orders = c.sales()
	return c
}

func (c *company) hire(login, role, boss string) {
	u, err := c.Users.Add(c.Context(), identity.User{Login: login, Name: login, Roles: identity.Roles{role}, Language: "en", Boss: c.users[boss]}, password)
	must(c, err)
	c.users[login] = u.ID
}

// as is a context on behalf of a user.
func (c *company) as(login string) context.Context {
	v, err := c.Users.Viewer(c.Context(), c.users[login])
	must(c, err)
	return identity.With(c.Context(), v.For("account:read"))
}

// run is one command on the company's database, until it ends.
func (c *company) run(args ...string) {
	c.Helper()
	if out, err := command(c.bin, append(args, "--db", c.dsn)...).CombinedOutput(); err != nil {
		c.Fatalf("%v: %v\n%s", args, err, out)
	}
}

// customers writes the accounts [from,to) to a file.
func (c *company) customers(from, to int) string {
	random := rand.New(rand.NewPCG(uint64(from), 1))
	return c.write("accounts.csv", func(w *bufio.Writer) {
		fmt.Fprintln(w, "客户编码,客户名称,区域,行业,负责人")
		for i := from; i < to; i++ {
			owner := "rest"
			switch {
			case i%1000 == 7:
				owner = "rep"
			case i%1000 < 50:
				owner = "other"
			}
			name := pick(random, cities) + sign(random) + sign(random) + pick(random, trades) + "有限公司"
			c.names = append(c.names, name)
			fmt.Fprintf(w, "C%06d,%s,%s,%s,%s\n", i, name, pick(random, regions), pick(random, trades), owner)
		}
	})
}

var (
	cities  = []string{"上海", "苏州", "无锡", "南京", "杭州", "宁波", "合肥", "广州", "深圳", "东莞", "厦门", "北京", "天津", "青岛", "武汉", "成都"}
	trades  = []string{"机械", "电子", "化工", "汽车零部件", "纺织", "医疗器械", "包装", "新能源"}
	regions = []string{"华东", "华南", "华北", "中西部"}
)

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// sign is one of the three thousand characters that names are made of.
func sign(r *rand.Rand) string { return string(rune('一' + r.IntN(3000))) }

// sales writes three years of order lines to a file, day after day; few of the
// accounts order much.
func (c *company) sales() string {
	random := rand.New(rand.NewPCG(1, 2))
	first, n := kernel.On(2023, 7, 1), share(lines)
	return c.write("orders.csv", func(w *bufio.Writer) {
		fmt.Fprintln(w, "客户编码,订单号,产品编码,订单日期,数量,单价,成本金额")
		for line, order := 0, 100_000; line < n; order++ {
			skew := random.Float64()
			account, on := int(skew*skew*float64(share(accounts))), first.Add(line*1095/n)
			for range min(1+random.IntN(9), n-line) {
				quantity, price := 1+random.IntN(50), 500+random.IntN(100_000)
				fmt.Fprintf(w, "C%06d,SO%d,P%03d,%s,%d,%d.%02d,%d\n", account, order, random.IntN(500), on, quantity, price/100, price%100, quantity*price/150)
				line++
			}
		}
	})
}

func (c *company) write(name string, f func(*bufio.Writer)) string {
	path := filepath.Join(c.TempDir(), name)
	file, err := os.Create(path)
	must(c, err)
	w := bufio.NewWriterSize(file, 1<<20)
	f(w)
	must(c, w.Flush())
	must(c, file.Close())
	return path
}
