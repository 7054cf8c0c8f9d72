{%- extends 'gradebook_base.tpl' -%}

{%- block breadcrumbs -%}
<ol class="breadcrumb">
  <li><a href="{{ base_url }}/formgrader/gradebook">Manual Grading</a></li>
  <li><a href="{{ base_url }}/formgrader/gradebook/{{ assignment_id | urlencode }}">{{ assignment_id | e }}</a></li>
  <li class="active">By task</li>
</ol>
{%- endblock -%}

{%- block messages -%}
<p>Answers that are nearly the same come one after the other. That two are alike is a sign and no proof: it changes no score.</p>
{%- endblock -%}

{%- block table_header -%}
<tr>
  <th scope="col">Task</th>
  <th scope="col" class="text-center">Wait for a person</th>
  <th scope="col" class="text-center">Answers</th>
  <th scope="col">Nearly the same</th>
  <th scope="col"></th>
</tr>
{%- endblock -%}

{%- block table_body -%}
{%- for row in rows -%}
<tr>
  <td>{{ row.title | e }}</td>
  <td class="text-center">{{ row.waiting }}</td>
  <td class="text-center">{{ row.answers }}</td>
  <td>{% for size in row.alike %}{{ size }} answers{{ ", " if not loop.last }}{% else %}none{% endfor %}</td>
  <td>{% if row.waiting %}<a class="btn btn-primary btn-sm" href="{{ row.next | e }}">Mark the next one</a>{% else %}All are marked{% endif %}</td>
</tr>
{%- else -%}
<tr><td colspan="5">Nothing of this assignment waits for a person: nobody has handed it in, or it has no written task.</td></tr>
{%- endfor -%}
{%- endblock -%}
