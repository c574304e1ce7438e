package dev.plumbline.source.postgresql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all queries on privileges say alike of an access list ({@code aclitem[]}).
 *
 * <ul>
 *   <li><code>${rights of LIST}</code>: the columns privileges, grantable and granted_by of a holder;
 *   <li><code>${holders of LIST owned by OWNER}</code>: a row g for each holder of a right, and for the owner;
 *   <li><code>${holders of LIST beside INITIAL}</code>: a row g for each holder in either of two lists, with what the
 *       second one gives him as {@code initial}.
 * </ul>
 */
final class AccessLists {

    private static final Pattern RIGHTS = Pattern.compile("\\$\\{rights of (?<list>[^}]+)}");
    private static final Pattern OWNED = Pattern.compile("\\$\\{holders of (?<list>[^}]+) owned by (?<owner>[^}]+)}");
    private static final Pattern BESIDE = Pattern.compile("\\$\\{holders of (?<list>[^}]+) beside (?<initial>[^}]+)}");

    private static final String RIGHTS_TEXT = """
            g.privileges,
                   g.grantable,
                   case when g.passed then (
                     select array_agg(x.privilege_type || ' by ' || pg_get_userbyid(x.grantor)
                                      || case when x.is_grantable then ' with grant option' else '' end
                                      order by x.privilege_type, pg_get_userbyid(x.grantor) collate "C")
                     from aclexplode(LIST) x where x.grantee = g.grantee) else '{}' end as granted_by""";

    private static final String OWNED_TEXT = """
            cross join lateral (
              select a.grantee,
                     coalesce(array_agg(distinct a.privilege_type order by a.privilege_type)
                                filter (where a.privilege_type is not null), '{}') as privileges,
                     coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.is_grantable), '{}')
                       as grantable,
                     bool_or(a.grantor <> OWNER) as passed
              from (select grantee, grantor, privilege_type, is_grantable
                    from aclexplode(LIST)
                    -- An owner who gave up all rights has no entry.
                    union all select OWNER, OWNER, null, false) a
              group by a.grantee
            ) g""";

    private static final String BESIDE_TEXT = """
            cross join lateral (
              select a.grantee,
                     coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.present), '{}') as privileges,
                     coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.present and a.is_grantable), '{}')
                       as grantable,
                     coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where not a.present), '{}') as initial,
                     bool_or(a.present and a.grantor <> o.owner) as passed
              from (select grantee, grantor, privilege_type, is_grantable, true as present from aclexplode(LIST)
                    union all
                    select grantee, grantor, privilege_type, is_grantable, false from aclexplode(INITIAL)) a
              group by a.grantee
            ) g""";

    private AccessLists() {}

    static String expand(String text) {
        String rights = RIGHTS.matcher(text).replaceAll(m -> literally(RIGHTS_TEXT.replace("LIST", m.group(1))));
        String owned = OWNED.matcher(rights)
                .replaceAll(
                        m -> literally(OWNED_TEXT.replace("LIST", m.group(1)).replace("OWNER", m.group(2))));
        return BESIDE.matcher(owned)
                .replaceAll(
                        m -> literally(BESIDE_TEXT.replace("LIST", m.group(1)).replace("INITIAL", m.group(2))));
    }

    private static String literally(String text) {
        return Matcher.quoteReplacement(text);
    }
}
