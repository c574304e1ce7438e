package dev.plumbline.source.postgresql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all queries on privileges say alike of an access list ({@code aclitem[]}).
 *
 * <ul>
 *   <li><code>${rights of LIST}</code>: the columns privileges, grantable and granted_by of a holder;
 *   <li><code>${holders of LIST owned by OWNER}</code>: a row g for each holder of a right, and for the owner;
 *   <li><code>${rights given at PATH}</code>: the whole query behind a {@code with given}, of which each row o has a list
 *       {@code acl}, the list {@code initial} it came with, and its {@code owner}. Rights on what belongs to the server or
 *       to an extension are facts where they are not those it came with.
 * </ul>
 */
final class AccessLists {

    private static final Pattern RIGHTS = Pattern.compile("\\$\\{rights of (?<list>[^}]+)}");
    private static final Pattern OWNED = Pattern.compile("\\$\\{holders of (?<list>[^}]+) owned by (?<owner>[^}]+)}");
    private static final Pattern GIVEN = Pattern.compile("\\$\\{rights given at (?<path>[^}]+)}");

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

    private static final String GIVEN_TEXT = """
            select array_remove(array[PATH, coalesce(r.rolname::text, 'PUBLIC')], null) as path,
                   ${rights of o.acl}
            from given o
            cross join lateral (
              select a.grantee,
                     coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.present), '{}') as privileges,
                     coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.present and a.is_grantable), '{}')
                       as grantable,
                     coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where not a.present), '{}') as initial,
                     bool_or(a.present and a.grantor <> o.owner) as passed
              from (select grantee, grantor, privilege_type, is_grantable, true as present from aclexplode(o.acl)
                    union all
                    select grantee, grantor, privilege_type, is_grantable, false from aclexplode(o.initial)) a
              group by a.grantee
            ) g
            left join pg_roles r on r.oid = g.grantee
            where g.privileges <> g.initial or g.passed or g.grantable <> '{}' and g.grantee <> o.owner""";

    private AccessLists() {}

    static String expand(String text) {
        String given = GIVEN.matcher(text).replaceAll(m -> literally(GIVEN_TEXT.replace("PATH", m.group(1))));
        String rights = RIGHTS.matcher(given).replaceAll(m -> literally(RIGHTS_TEXT.replace("LIST", m.group(1))));
        return OWNED.matcher(rights)
                .replaceAll(
                        m -> literally(OWNED_TEXT.replace("LIST", m.group(1)).replace("OWNER", m.group(2))));
    }

    private static String literally(String text) {
        return Matcher.quoteReplacement(text);
    }
}
