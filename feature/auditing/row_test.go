package auditing_test

import (
	"fmt"
	"strings"
	"testing"
)

// A key account manager's company comes below one that only the director sees: what he reads
// of its history does not say so.
func TestTheHistoryDoesNotNameACompanyOutOfSight(t *testing.T) {
	company(t, func(c scene) {
		kam, top := c.accounts["KAM"].String(), c.accounts["TOP"].String()
		c.want("director", "PUT", "/api/accounts/"+kam, fmt.Sprintf(`{"code":"KAM","name":"Company KAM","region":"North","parent":%q}`, top), 200, "If-Match", `"2"`)
		at := "/api/accounts/" + kam + "/history"
		if told := string(c.want("director", "GET", at, "", 200)); !strings.Contains(told, "Company TOP") {
			t.Errorf("the director reads %s", told)
		}
		if told := string(c.want("key_account_manager", "GET", at, "", 200)); strings.Contains(told, top) || strings.Contains(told, "Company TOP") || strings.Contains(told, `"parent"`) {
			t.Errorf("its manager reads %s", told)
		}
	})
}
